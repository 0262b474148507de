import { createClientLogger } from "@azure/logger";
import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeListener,
  RealtimeState,
} from "./events.ts";
import { createListeners } from "./listeners.ts";
import { RealtimeError, stoppedMessage, toRealtimeError } from "./realtime-error.ts";
import { createEventStream, type EventStream } from "./stream.ts";
import type {
  RealtimeContext,
  RealtimeOptions,
  RealtimeSink,
  RealtimeTransport,
} from "./transport.ts";

const logger = createClientLogger("acs-chat:realtime");

/** Real-time notifications of one client: its listeners, its streams and its transport. */
export interface Notifications {
  readonly state: RealtimeState;
  start(): Promise<void>;
  stop(): Promise<void>;
  on<K extends keyof RealtimeEvents>(name: K, listener: RealtimeListener<K>, once?: boolean): void;
  off<K extends keyof RealtimeEvents>(name: K, listener: RealtimeListener<K>): void;
  events<K extends keyof ChatEvents>(
    options?: ChatEventsOptions<K>,
  ): AsyncIterableIterator<ChatEventItem<K>>;
}

/** What a client gives to its notifications. */
export type NotificationsParts = Pick<RealtimeContext, "endpoint" | "credential" | "apiVersion">;

/** Makes notifications that are stopped. The transport is loaded at the first start. */
export function createNotifications(
  parts: NotificationsParts,
  options: RealtimeOptions = {},
  now: () => number = Date.now,
): Notifications {
  const streams = new Set<EventStream<keyof ChatEvents>>();
  let state: RealtimeState = "stopped";
  let transport: Promise<RealtimeTransport> | undefined;
  /** The start that is going on or has succeeded. */
  let started: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;
  /** Settled when a lost connection is there again or given up. */
  let again: ReturnType<typeof deferred> | undefined;

  const fail = (error: RealtimeError): void => {
    logger.warning(error.message);
    listeners.emit("error", error);
  };
  const listeners = createListeners((name, cause) => {
    const error = new RealtimeError(
      "ListenerFailed",
      `A listener of ${name} failed: ${String(cause)}`,
      { cause },
    );
    // What fails while hearing of a failure can only be logged.
    if (name === "error") logger.error(error.message);
    else fail(error);
  });

  const become = (next: RealtimeState, error?: RealtimeError): void => {
    const previous = state;
    if (previous === next) return;
    state = next;
    listeners.emit("stateChanged", { state, previous, ...(error && { error }) });
    if (next === "connected") listeners.emit("realTimeNotificationConnected", undefined);
    else if (previous === "connected")
      listeners.emit("realTimeNotificationDisconnected", undefined);
  };
  const endStreams = (error?: Error): void => {
    for (const stream of streams) stream.end(error);
  };
  const push = (item: ChatEventItem): void => {
    for (const stream of streams) stream.push(item);
  };

  const sink: RealtimeSink = {
    event(type, event) {
      push({ type, event } as ChatEventItem);
      listeners.emit(type, event as RealtimeEvents[typeof type]);
    },
    connected() {
      again?.resolve();
      again = undefined;
      become("connected");
    },
    reconnecting(error) {
      logger.info(error.message);
      // Whoever starts now waits for the connection as well.
      again = deferred();
      started = again.promise;
      become("reconnecting", error);
    },
    resyncRequired(event) {
      push({ type: "resyncRequired", event });
      listeners.emit("resyncRequired", event);
    },
    error: fail,
    ended(error) {
      started = undefined;
      again?.reject(error);
      again = undefined;
      become("stopped", error);
      tell(error);
      endStreams(error);
    },
    log: (line) => logger.info(line),
  };
  const tell = (error: RealtimeError): void => {
    fail(error);
    if (error.code === "TokenRejected") listeners.emit("tokenExpired", { error });
  };

  const load = async (): Promise<RealtimeTransport> => {
    const { fetch, webSocket } = options;
    const context: RealtimeContext = {
      ...parts,
      sink,
      ...(fetch && { fetch }),
      ...(webSocket !== undefined && { webSocket }),
    };
    if (options.transport) return options.transport(context);
    const { createTrouterTransport } = await import("./trouter.ts");
    return createTrouterTransport(context);
  };

  const start = async (): Promise<void> => {
    await stopping;
    become("connecting");
    const own = started;
    try {
      transport ??= load();
      const loaded = await transport;
      if (started !== own) throw new RealtimeError("Stopped", stoppedMessage);
      await loaded.start();
    } catch (cause) {
      const error = toRealtimeError(cause);
      if (started === own) {
        started = undefined;
        become("stopped", error);
        if (error.code === "TokenRejected") listeners.emit("tokenExpired", { error });
      }
      throw error;
    }
  };

  return {
    get state() {
      return state;
    },
    start: () => (started ??= Promise.resolve().then(start)),
    stop() {
      started = undefined;
      again?.reject(stopped());
      again = undefined;
      stopping ??= (async () => {
        await (await transport?.catch(() => undefined))?.stop();
        stopping = undefined;
      })();
      become("stopped");
      endStreams();
      return stopping;
    },
    on: listeners.on,
    off: listeners.off,
    events<K extends keyof ChatEvents>(streamOptions: ChatEventsOptions<K> = {}) {
      const stream: EventStream<K> = createEventStream(streamOptions, now, () => {
        streams.delete(stream as unknown as EventStream<keyof ChatEvents>);
      });
      if (!streamOptions.signal?.aborted)
        streams.add(stream as unknown as EventStream<keyof ChatEvents>);
      return stream.iterator;
    },
  };
}

const stopped = (): RealtimeError => new RealtimeError("Stopped", stoppedMessage);

function deferred() {
  let resolve!: () => void;
  let reject!: (error: RealtimeError) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Nobody has to wait for it.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
