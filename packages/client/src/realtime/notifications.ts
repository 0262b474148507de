import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeState,
  ResyncRequiredEvent,
} from "./events.ts";
import { stopped, toRealtimeError } from "./failures.ts";
import { emit } from "./listeners.ts";
import type { ErrorClass } from "./environment.ts";
import type { ListenerTable, NotificationsParts } from "./realtime.ts";
import type { RealtimeError } from "./realtime-error.ts";
import { createEventStream, type EventStream } from "./stream.ts";
import type { RealtimeOptions, RealtimeTransport, RealtimeTransportFactory } from "./transport.ts";
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
  { logger, ...parts }: NotificationsParts & ErrorClass,
  {
    // What ours needs besides is in the context below.
    transport: createTransport = createTrouterTransport as RealtimeTransportFactory,
    ...settings
  }: RealtimeOptions = {},
  table: ListenerTable,
): Notifications {
  const streams = new Set<EventStream>();
  let state: RealtimeState = "stopped";
  let transport: RealtimeTransport | undefined;
  /** Settled when events flow, or cannot; none while stopped. */
  let started: Promise<void> | undefined;
  /** Settles it. */
  let settle: ((error?: RealtimeError) => void) | undefined;
  let stopping: Promise<void> | undefined;

  /** What is being told, and what came up meanwhile: all listeners hear everything in one order. */
  const told: (() => void)[] = [];
  const tell = <K extends keyof RealtimeEvents>(name: K, event?: RealtimeEvents[K]): void => {
    if (told.push(() => emit(table, name, event as RealtimeEvents[K], onFailure)) > 1) return;
    for (; told[0]; told.shift()) told[0]();
  };
  const fail = (error: RealtimeError, heard?: keyof RealtimeEvents): void => {
    logger.warning(error.message);
    // What fails while hearing of a failure can only be logged.
    if (heard !== "error") tell("error", error);
  };
  const onFailure = (name: keyof RealtimeEvents, cause: unknown): void => {
    const message = `Listener of ${name}: ${Object(cause).message}`;
    fail(new parts.RealtimeError("ListenerFailed", message, { cause }), name);
  };
  /** What listeners were told last: whether events flow. */
  let flowing = false;
  const tellConnected = (connected: boolean): void => {
    if (connected === flowing) return;
    flowing = connected;
    tell(connected ? "realTimeNotificationConnected" : "realTimeNotificationDisconnected");
  };
  const become = (next: RealtimeState, error?: RealtimeError): void => {
    const previous = state;
    if (previous === next) return;
    state = next;
    tell("stateChanged", { state, previous, ...(error && { error }) });
    if (next !== "connected") tellConnected(false);
    // As with the official client, listeners that are added when the start has resolved hear of it.
    else if (previous === "connecting") setTimeout(() => tellConnected(state === "connected"));
    else tellConnected(state === "connected");
  };
  /** Nothing is started any more. */
  const end = (error: RealtimeError): void => {
    started = undefined;
    settle?.(error);
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

  const wait = (): Promise<void> => {
    started = new Promise((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
    // Whoever waits for it hears of it; nobody has to.
    started.catch(() => {});
    return started;
  };

  const context = {
    ...parts,
    ...settings,
    sink: {
      event: happen,
      resyncRequired: (event: ResyncRequiredEvent) => happen("resyncRequired", event),
      error: fail,
      log: logger.info,
      connected() {
        settle?.();
        become("connected");
      },
      reconnecting(error: RealtimeError) {
        logger.info(error.message);
        // Whoever starts now waits for the connection as well.
        if (state !== "reconnecting") wait();
        become("reconnecting", error);
      },
      ended(error: RealtimeError) {
        fail(error);
        endStreams(error);
        end(error);
      },
    },
  };

  const begin = async (own: Promise<void>): Promise<void> => {
    try {
      await stopping;
      if (started !== own) return;
      become("connecting");
      transport ??= await createTransport(context);
      if (started !== own) return;
      await transport.start();
      if (started === own) settle!();
    } catch (cause) {
      if (started === own) end(toRealtimeError(parts, cause));
    }
  };

  return {
    get state() {
      return state;
    },
    start() {
      if (!started) void begin(wait());
      return started!;
    },
    stop() {
      // Before anybody hears of the stop: an iteration that is begun then is for the next start.
      endStreams();
      end(stopped(parts));
      return (stopping ??= Promise.resolve(transport?.stop()).finally(() => {
        stopping = undefined;
      }));
    },
    events: (options = {}) =>
      createEventStream(options, Date.now, streams) as AsyncIterableIterator<never>,
  };
}
