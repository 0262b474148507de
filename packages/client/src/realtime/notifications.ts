import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeState,
} from "./events.ts";
import { stopped, toRealtimeError } from "./failures.ts";
import { emit } from "./listeners.ts";
import type { ListenerTable, NotificationsParts } from "./realtime.ts";
import { RealtimeError } from "./realtime-error.ts";
import { createEventStream, type EventStream } from "./stream.ts";
import type { RealtimeOptions, RealtimeTransport } from "./transport.ts";
import { createTrouterTransport } from "./trouter.ts";

/** Real-time notifications of one client: its state, its streams and its transport. */
export interface Notifications {
  readonly state: RealtimeState;
  start(): Promise<void>;
  stop(): Promise<void>;
  events<K extends keyof ChatEvents>(
    options?: ChatEventsOptions<K>,
  ): AsyncIterableIterator<ChatEventItem<K>>;
}

/** Makes notifications that are stopped. */
export function createNotifications(
  { logger, ...parts }: NotificationsParts,
  { transport: createTransport = createTrouterTransport, ...settings }: RealtimeOptions = {},
  table: ListenerTable,
  now: () => number = Date.now,
): Notifications {
  const streams = new Set<EventStream>();
  let state: RealtimeState = "stopped";
  let transport: RealtimeTransport | undefined;
  /** The start that is going on or has succeeded; none while stopped. */
  let started: { promise: Promise<void> } | undefined;
  /** Settles what waits for a connection that was lost. */
  let waiter: { resolve: () => void; reject: (error: RealtimeError) => void } | undefined;
  let stopping: Promise<void> | undefined;

  const tell = <K extends keyof RealtimeEvents>(name: K, event: RealtimeEvents[K]): void =>
    emit(table, name, event, onFailure);
  const fail = (error: RealtimeError): void => {
    logger.warning(error.message);
    tell("error", error);
  };
  const onFailure = (name: keyof RealtimeEvents, cause: unknown): void => {
    const message = `A listener of ${name} failed: ${String(cause)}`;
    // What fails while hearing of a failure can only be logged.
    if (name === "error") logger.error(message);
    else fail(new RealtimeError("ListenerFailed", message, { cause }));
  };
  const become = (next: RealtimeState, error?: RealtimeError): void => {
    const previous = state;
    if (previous === next) return;
    state = next;
    tell("stateChanged", { state, previous, ...(error && { error }) });
    if (next === "connected") tell("realTimeNotificationConnected", undefined);
    else if (previous === "connected") tell("realTimeNotificationDisconnected", undefined);
  };
  /** Nothing is started any more. */
  const end = (error: RealtimeError): void => {
    started = undefined;
    waiter?.reject(error);
    become("stopped", error.code === "Stopped" ? undefined : error);
    if (error.code === "TokenRejected") tell("tokenExpired", { error });
  };
  const endStreams = (error?: RealtimeError): void => {
    for (const stream of streams) stream.end(error);
  };
  const happen = <K extends keyof ChatEvents | "resyncRequired">(
    type: K,
    event: RealtimeEvents[K],
  ): void => {
    // A listener may have stopped what is still on its way.
    if (!started) return;
    for (const stream of streams) stream.push({ type, event } as ChatEventItem);
    tell(type, event);
  };

  const context = {
    ...parts,
    ...settings,
    sink: {
      event: happen,
      resyncRequired: happen.bind(undefined, "resyncRequired"),
      error: fail,
      log: (line: string) => logger.info(line),
      connected() {
        waiter?.resolve();
        become("connected");
      },
      reconnecting(error: RealtimeError) {
        logger.info(error.message);
        // Whoever starts now waits for the connection as well.
        const promise = new Promise<void>((resolve, reject) => (waiter = { resolve, reject }));
        promise.catch(() => {});
        started = { promise };
        become("reconnecting", error);
      },
      ended(error: RealtimeError) {
        fail(error);
        end(error);
        endStreams(error);
      },
    },
  };

  const start = async (isWanted: () => boolean): Promise<void> => {
    try {
      await stopping;
      if (!isWanted()) throw stopped();
      become("connecting");
      transport ??= await createTransport(context);
      if (!isWanted()) throw stopped();
      await transport.start();
    } catch (cause) {
      const error = toRealtimeError(cause);
      if (isWanted()) end(error);
      throw error;
    }
  };

  return {
    get state() {
      return state;
    },
    start() {
      if (!started) {
        const own = (started = { promise: Promise.resolve() });
        own.promise = start(() => started === own);
      }
      return started.promise;
    },
    stop() {
      end(stopped());
      endStreams();
      return (stopping ??= Promise.resolve(transport?.stop()).finally(() => {
        stopping = undefined;
      }));
    },
    events(options) {
      const stream = createEventStream(options ?? {}, now, () => streams.delete(stream));
      if (!options?.signal?.aborted) streams.add(stream);
      return stream.iterator as AsyncIterableIterator<never>;
    },
  };
}
