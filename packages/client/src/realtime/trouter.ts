import { createAllocator } from "./allocate.ts";
import { createConnection, type EndConnection } from "./connection.ts";
import type { ErrorClass, RealtimeEnvironment, Surroundings } from "./environment.ts";
import {
  keptEvents,
  longestRetryTime,
  moveTime,
  rememberedEvents,
  renewTime,
  retryTime,
  stableTime,
  startTries,
} from "./environment.ts";
import type { ResyncRequiredEvent } from "./events.ts";
import { stopped, toRealtimeError } from "./failures.ts";
import { parseObject, stringify } from "./fields.ts";
import { webSocketLink } from "./link.ts";
import { mapEvent } from "./map-event.ts";
import type { RealtimeError, RealtimeErrorCode } from "./realtime-error.ts";
import { createSend } from "./request.ts";
import type { RealtimeContext, RealtimeTransport } from "./transport.ts";
import { platformWebSocket } from "./web-socket.ts";

/** What tells an event from others: numbers, and ids and versions of the payload. */
const identity = /^\d?$|Id$|version/;

/** Code and status of what trying again may help against: not of an answer that says no. */
const passing = /^(ConnectionLost|Timeout)|(429|5\d\d)$/;

const defaults: RealtimeEnvironment = {
  now: Date.now,
  jitter: () => 0.5 + Math.random() / 2,
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** This package's own transport: the service's protocol over `fetch` and `WebSocket` alone. */
export function createTrouterTransport(
  context: RealtimeContext & ErrorClass,
  environment: Partial<RealtimeEnvironment> = {},
): RealtimeTransport {
  const env: Surroundings = { ...defaults, ...context, ...environment };
  const { sink } = env;
  /** How far the service's clock is ahead of ours. */
  let ahead = 0;
  const send = createSend(env, (at) => (ahead = at - env.now()));
  const allocator = createAllocator(env, send);
  let seen = new Set<string>();
  /** Last sign of life of the connection that was lost; 0 while nothing can be missing. */
  let gapSince = 0;
  /** Stops what was started. */
  let release: (() => void) | undefined;
  /** Nothing is missing from before, or it was announced. */
  let checkpoint: number;

  const serviceTime = (): number => env.now() + ahead;
  const announce = (since: number, reason: ResyncRequiredEvent["reason"]): void => {
    // The service tells its time in whole seconds.
    sink.resyncRequired({ since: new Date(since - 1000), reason });
  };

  const onLoss = (): void => {
    announce(checkpoint, "messageLoss");
    checkpoint = serviceTime();
  };

  const onEvent = (body: unknown, frameId: unknown): boolean => {
    const payload = parseObject(body) ?? {};
    try {
      const [type, event] = mapEvent(payload, env);
      if (type) {
        // Versions of messages are unique in their thread; other events need the number of their frame.
        const key = stringify([type.startsWith("chatM") || frameId, payload], identity);
        if (!seen.has(key)) {
          seen.add(key);
          if (seen.size > rememberedEvents) seen = new Set([...seen].slice(keptEvents));
          sink.event(type, event as never);
        }
        return true;
      }
      sink.log("ignored an unknown event");
    } catch (cause) {
      sink.error(toRealtimeError(env, cause, "InvalidAnswer"));
      onLoss();
    }
    return false;
  };

  return {
    start() {
      const controller = new AbortController();
      const { signal } = controller;
      /** Ends the connection by which events flow. */
      let current: EndConnection | undefined;
      let currentSince = 0;
      /** Failures in a row; connections that did not last count as such. */
      let failures = 0;
      let preferPolling = false;
      let moving: Promise<void> | undefined;
      checkpoint = serviceTime();
      /** What a stop brings to its end: connections and timers. */
      const ends = new Set<(error: RealtimeError) => void>();

      const after = (milliseconds: number, work: () => void): void => {
        const end = (): void => {
          cancel();
          ends.delete(end);
          work();
        };
        const cancel = env.after(milliseconds, end);
        ends.add(end);
      };

      const count = (): void => {
        failures = env.now() - currentSince < stableTime ? failures + 1 : 0;
      };

      const pause = (): Promise<void> =>
        new Promise((resolve) => {
          const milliseconds = Math.min(retryTime * 2 ** failures, longestRetryTime) * env.jitter();
          if (signal.aborted) resolve();
          else after(milliseconds, resolve);
        });

      /** Makes a connection, greeted and registered, the current one; or tells why it could not. */
      const connect = async (move: boolean): Promise<RealtimeError | undefined> => {
        /** What it is when something makes no sense. */
        let code: RealtimeErrorCode = "InvalidAnswer";
        let end: EndConnection | undefined;
        let lost: RealtimeError | undefined;
        /** What came since the greeting may be missing when this does not succeed. */
        let atRisk = false;
        try {
          const { registered, transports, url } = await allocator.allocate(signal);
          code = "ConnectionLost";
          const socket =
            transports.includes("websocket") &&
            !(preferPolling && transports.includes("xhr-polling")) &&
            (env.webSocket ?? platformWebSocket());
          const open = socket
            ? webSocketLink(socket, url("websocket"))
            : // Hardly anybody needs it.
              (await import("./polling.ts")).pollingLink(send, url("xhr-polling"), env);
          // Something between us and the service may not let WebSockets through.
          preferPolling = !!socket;
          if (signal.aborted) throw stopped(env);
          const retained = await new Promise<unknown>((onGreeting, reject) => {
            const own = createConnection(env, open, {
              onGreeting,
              onEvent,
              onLoss,
              onMove: () => void (moving ??= moveOver()),
              onEnd(error, heardAt) {
                lost = error;
                ends.delete(own);
                reject(error);
                if (own === current || atRisk) gapSince ||= heardAt + ahead;
                if (own !== current) return;
                current = undefined;
                count();
                bring(error).catch(() => {});
              },
            });
            end = own;
            ends.add(own);
          });
          preferPolling = false;
          // A move leaves no gap, unless the old connection broke before the new one was there.
          checkpoint = gapSince || (move ? checkpoint : serviceTime());
          atRisk = !move;
          await registered;
          if (lost) throw lost;
          atRisk = false;
          const before = current;
          if (before) after(moveTime, () => before());
          current = end;
          currentSince = env.now();
          // Only now: who reads again at once must not miss what happens before events flow.
          if (gapSince && !retained) announce(gapSince, "disconnected");
          gapSince = 0;
          return undefined;
        } catch (cause) {
          const error = toRealtimeError(env, cause, code);
          end?.(error);
          return error;
        }
      };

      /** Connects, again and again until it succeeds, is stopped, or a failure is final. */
      const bring = async (lost?: RealtimeError): Promise<void> => {
        if (lost) {
          sink.reconnecting(lost);
          // A move that is under way may bring the next connection.
          await moving;
          await pause();
        }
        for (;;) {
          // A move may have brought it.
          const error = current ? undefined : await connect(false);
          // Also by a listener that heard of the gap.
          if (signal.aborted) throw stopped(env);
          if (!error) return sink.connected();
          failures += 1;
          allocator.forget();
          const { code, statusCode } = error;
          const isFinal = lost
            ? code === "TokenRejected"
            : failures >= startTries || !passing.test(`${code} ${statusCode}`);
          if (isFinal) {
            end();
            if (lost) sink.ended(error);
            throw error;
          }
          if (lost) sink.error(error);
          await pause();
        }
      };

      /** Connects anew beside the connection that is there, as the service wishes. */
      const moveOver = async (): Promise<void> => {
        count();
        await pause();
        const error = await connect(true);
        moving = undefined;
        if (error && !signal.aborted) sink.error(error);
      };

      const renew = (): void =>
        after(renewTime, () => {
          if (signal.aborted) return;
          renew();
          // A connection that is being made registers by itself. One whose registration cannot be renewed ends:
          // the next one registers anew.
          if (current) allocator.register(signal).catch(current);
        });

      const end = (): void => {
        release = current = undefined;
        controller.abort();
        for (const one of ends) one(stopped(env));
      };
      release = end;
      renew();
      return bring();
    },
    async stop() {
      const wasRunning = release;
      release?.();
      gapSince = 0;
      // The numbers of frames begin anew.
      seen.clear();
      // The service would notice by itself, only later.
      if (wasRunning) await allocator.unregister().catch(() => {});
    },
  };
}
