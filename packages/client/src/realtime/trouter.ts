import { createAllocator } from "./allocate.ts";
import { type Connection, createConnection } from "./connection.ts";
import type { ResyncRequiredEvent } from "./events.ts";
import { moveTime, registrationTime, stableTime, type RealtimeEnvironment } from "./environment.ts";
import { parseObject } from "./frames.ts";
import { openWebSocket } from "./link.ts";
import { type MappedEvent, mapEvent } from "./map-event.ts";
import { stopped, toRealtimeError } from "./failures.ts";
import { RealtimeError } from "./realtime-error.ts";
import { createRequester } from "./request.ts";
import type { RealtimeContext, RealtimeTransport } from "./transport.ts";

/** Tries of a start before it is rejected, where trying again may help. */
const startTries = 3;
/** Events that are remembered, so that one which comes twice is told once. */
const remembered = 4096;

const defaults: Omit<RealtimeEnvironment, "newId"> = {
  now: Date.now,
  random: Math.random,
  setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
  clearTimer: (timer) => clearTimeout(timer as number),
  retryDelayInMs: 250,
  maxRetryDelayInMs: 30_000,
};

/** This package's own transport: the service's protocol over `fetch` and `WebSocket` alone. */
export function createTrouterTransport(
  context: RealtimeContext,
  environment: Partial<RealtimeEnvironment> = {},
): RealtimeTransport {
  const env = { ...defaults, newId: context.newId, ...environment };
  const { sink } = context;
  const WebSocket = context.webSocket ?? globalThis.WebSocket;
  const fetch =
    context.fetch ?? ((...args: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...args));
  /** How far the service's clock is ahead of ours. */
  let ahead = 0;
  const requester = createRequester(
    context.credential,
    fetch,
    env,
    (at) => (ahead = at - env.now()),
  );
  const allocator = createAllocator(context.endpoint, requester, env);

  let run: AbortController | undefined;
  let current: Connection | undefined;
  let currentSince = 0;
  const connections = new Set<Connection>();
  const timers = new Set<unknown>();
  /** What waits for something that a stop makes pointless. */
  const interrupts = new Set<(error: RealtimeError) => void>();
  let seen = new Set<string>();
  let failures = 0;
  let preferPolling = false;
  let moving: Promise<void> | undefined;
  /** Last sign of life of the connection that was lost; undefined while nothing can be missing. */
  let gapSince: number | undefined;
  /** Nothing is missing from before, or it was announced. */
  let checkpoint = 0;

  const after = (milliseconds: number, work: () => void): void => {
    const timer = env.setTimer(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };

  const announce = (since: number, reason: ResyncRequiredEvent["reason"]): void => {
    // To the second below: that is how exactly the service's clock is known.
    const at = Math.floor((since + ahead) / 1000) * 1000 - 1000;
    sink.resyncRequired({ since: new Date(at), reason });
  };

  const onEvent = (body: string, frameId: string): boolean => {
    const payload = parseObject(body);
    const { eventId } = payload ?? {};
    let mapped: MappedEvent | undefined;
    try {
      mapped = payload && mapEvent(payload, context);
    } catch (cause) {
      const message = `An event ${String(eventId)} makes no sense: ${(cause as Error).message}.`;
      sink.error(new RealtimeError("InvalidAnswer", message, { cause }));
      return false;
    }
    if (!mapped) {
      sink.log(`ignored an event of id ${String(eventId).slice(0, 20)}`);
      return false;
    }
    // Versions of messages are unique in their thread; other events need the number of their frame.
    const { messageId, version, senderId, groupId, threadId } = payload!;
    const number = mapped.type.startsWith("chatM") ? "" : frameId;
    const key = JSON.stringify([
      eventId,
      groupId ?? threadId,
      senderId,
      messageId,
      version,
      number,
    ]);
    if (seen.has(key)) return true;
    seen.add(key);
    if (seen.size > remembered) seen = new Set([...seen].slice(remembered / 2));
    sink.event(mapped.type, mapped.event as never);
    return true;
  };

  /** Makes a connection: resolves when it is greeted and registered. */
  const connect = async (signal: AbortSignal, move: boolean): Promise<Connection> => {
    const allocation = await allocator.allocate(signal);
    const offers = (name: string): boolean => allocation.transports.includes(name);
    const socket =
      WebSocket && offers("websocket") && !(preferPolling && offers("xhr-polling"))
        ? WebSocket
        : undefined;
    // Hardly anybody needs it.
    const polling = socket ? undefined : await import("./polling.ts");
    let ended: RealtimeError | undefined;
    let greeted = false;
    let retained = false;
    let interrupt: (error: RealtimeError) => void;
    const connection = await new Promise<Connection>((resolve, reject) => {
      const made = createConnection(
        (events) =>
          socket
            ? openWebSocket(socket, allocation.url("websocket"), events)
            : polling!.openPolling(requester, allocation.url("xhr-polling"), env, events),
        {
          onGreeting(isRetained) {
            greeted = true;
            retained = isRetained;
            preferPolling = false;
            // A move leaves no gap, unless the old connection broke before the new one was there.
            if (!move || gapSince !== undefined) checkpoint = gapSince ?? env.now();
            resolve(made);
          },
          onEvent,
          onLoss() {
            announce(checkpoint, "messageLoss");
            checkpoint = env.now();
          },
          onMove: () => void (moving ??= moveOver(signal)),
          onEnd(error) {
            ended = error;
            connections.delete(made);
            if (greeted) onLost(made, error);
            // Something between us and the service may not let WebSockets through.
            else preferPolling = !!socket;
            reject(error);
          },
          log: sink.log,
        },
        env,
      );
      connections.add(made);
      interrupt = reject;
      interrupts.add(reject);
    }).finally(() => interrupts.delete(interrupt));
    try {
      await allocation.registered;
      if (ended) throw ended as RealtimeError;
      // Only now: who reads again at once must not miss what happens before events flow.
      if (gapSince !== undefined && !retained) announce(gapSince, "disconnected");
      gapSince = undefined;
      return connection;
    } catch (error) {
      connection.close();
      connections.delete(connection);
      if (!move) gapSince ??= connection.heardAt;
      throw error;
    }
  };

  const adopt = (connection: Connection): void => {
    current = connection;
    currentSince = env.now();
  };

  const onLost = (connection: Connection, error: RealtimeError): void => {
    if (connection !== current) return;
    current = undefined;
    gapSince ??= connection.heardAt;
    failures = env.now() - currentSince >= stableTime ? 0 : failures + 1;
    void reconnect(run!.signal, error);
  };

  /** Connects, again and again until it succeeds, is stopped, or a failure is final. */
  const bring = async (
    signal: AbortSignal,
    isFinal: (error: RealtimeError) => boolean,
  ): Promise<void> => {
    for (;;) {
      try {
        // A move may have brought it.
        if (!current) adopt(await connect(signal, false));
        sink.connected();
        return;
      } catch (cause) {
        const error = toRealtimeError(cause);
        failures += 1;
        allocator.forget();
        if (signal.aborted || isFinal(error)) throw error;
      }
      await pause();
    }
  };

  const reconnect = async (signal: AbortSignal, error: RealtimeError): Promise<void> => {
    sink.reconnecting(error);
    // A move that is under way may bring the next connection.
    await moving;
    await pause();
    try {
      await bring(signal, (failure) => {
        if (failure.code === "TokenRejected") return true;
        sink.error(failure);
        return false;
      });
    } catch (cause) {
      if (signal.aborted) return;
      release();
      sink.ended(toRealtimeError(cause));
    }
  };

  /** Connects anew beside the connection that is there, as the service wishes. */
  const moveOver = async (signal: AbortSignal): Promise<void> => {
    const before = current;
    try {
      adopt(await connect(signal, true));
      if (before) {
        after(moveTime, () => {
          before.close();
          connections.delete(before);
        });
      }
    } catch (cause) {
      if (!signal.aborted) sink.error(toRealtimeError(cause));
    } finally {
      moving = undefined;
    }
  };

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      // Doubled with each failure, bounded, and half of it random: clients that failed together do not
      // come back together.
      const full = Math.min(env.retryDelayInMs * 2 ** (failures - 1), env.maxRetryDelayInMs);
      const milliseconds = full * (0.5 + env.random() / 2);
      const end = (): void => {
        interrupts.delete(end);
        resolve();
      };
      interrupts.add(end);
      after(milliseconds, end);
    });

  /** Lets go of everything. */
  const release = (): void => {
    run?.abort();
    run = current = moving = undefined;
    for (const connection of connections) connection.close();
    connections.clear();
    for (const timer of timers) env.clearTimer(timer);
    timers.clear();
    for (const interrupt of interrupts) interrupt(stopped());
    interrupts.clear();
  };

  const renew = (signal: AbortSignal): void =>
    after(registrationTime - 30_000, () => {
      renew(signal);
      // A connection that is being made registers by itself.
      if (!current) return;
      allocator.register(signal).catch((cause: unknown) => {
        if (!signal.aborted) sink.error(toRealtimeError(cause));
      });
    });

  return {
    async start() {
      release();
      run = new AbortController();
      const { signal } = run;
      failures = 0;
      renew(signal);
      try {
        await bring(signal, (error) => failures >= startTries || !mayHelp(error));
      } catch (error) {
        if (!signal.aborted) release();
        throw error;
      }
    },
    async stop() {
      const wasRunning = run !== undefined;
      release();
      gapSince = undefined;
      // The service would notice by itself, only later.
      if (wasRunning) await allocator.unregister(new AbortController().signal).catch(() => {});
    },
  };
}

/** Whether trying again may help: not with an answer that says no. */
function mayHelp({ code, statusCode = 0 }: RealtimeError): boolean {
  return code === "ConnectionLost" || code === "Timeout" || statusCode >= 500 || statusCode === 429;
}
