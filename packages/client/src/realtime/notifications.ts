import { createDispatcher } from "./dispatcher.ts";
import { createEventStream, type EventStream } from "./event-stream.ts";
import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeState,
} from "./events.ts";
import { stoppedError, toRealtimeError } from "./failures.ts";
import { createLifecycle, type RealtimeLifecycle } from "./lifecycle.ts";
import type { ListenerTable } from "./listener-table.ts";
import type { NotificationsParts } from "./parts.ts";
import type { RealtimeError } from "./realtime-error.ts";
import { reasonOf } from "./reason.ts";
import type {
  RealtimeOptions,
  RealtimeSink,
  RealtimeTransport,
  RealtimeTransportFactory,
} from "./transport.ts";
import type { ErrorClass } from "./trouter/environment.ts";
import { createTrouterTransport } from "./trouter/trouter-transport.ts";

/** The real-time notifications of one client. */
export interface Notifications {
  readonly state: RealtimeState;
  start(): Promise<void>;
  stop(): Promise<void>;
  events<K extends keyof ChatEvents>(
    options?: ChatEventsOptions<K>,
  ): AsyncIterableIterator<ChatEventItem<K>>;
}

/** Passes the transport's reports to listeners and iterations. */
interface Publisher {
  readonly lifecycle: RealtimeLifecycle;
  readonly streams: Set<EventStream>;
  /** The callbacks that the transport calls. */
  readonly sink: RealtimeSink;
  /** Notifications are stopped or have ended by themselves. */
  end(error: RealtimeError): void;
  /** Ends all iterations, with an error if there is one. */
  endStreams(error?: RealtimeError): void;
}

/** Creates notifications that are stopped. */
export function createNotifications(
  { logger, ...parts }: NotificationsParts & ErrorClass,
  options: RealtimeOptions = {},
  table: ListenerTable,
): Notifications {
  const { transport: createTransport = createTrouterTransport, ...settings } = options;
  const { lifecycle, streams, sink, end, endStreams } = createPublisher(parts, logger, table);
  const context = { ...parts, ...settings, sink };
  let transport: RealtimeTransport | undefined;
  let stopping: Promise<void> | undefined;

  const begin = async (ready: Promise<void>): Promise<void> => {
    try {
      await stopping;
      if (lifecycle.ready !== ready) return;
      transport ??= await (createTransport as RealtimeTransportFactory)(context);
      if (lifecycle.ready !== ready) return;
      await transport.start();
      if (lifecycle.ready === ready && lifecycle.state === "connecting") lifecycle.connected();
    } catch (cause) {
      if (lifecycle.ready === ready) end(startError(parts, cause));
    }
  };

  return {
    get state() {
      return lifecycle.state;
    },
    start() {
      if (lifecycle.ready) return lifecycle.ready;
      const ready = lifecycle.connecting();
      void begin(ready);
      return ready;
    },
    stop() {
      // Streams end first, so that an iteration that a listener starts during the stop belongs to the next start.
      endStreams();
      end(startError(parts, stoppedError(parts)));
      stopping ??= Promise.resolve(transport?.stop()).finally(() => {
        stopping = undefined;
      });
      return stopping;
    },
    events: (streamOptions = {}) =>
      createEventStream(streamOptions, Date.now, streams) as AsyncIterableIterator<never>,
  };
}

function createPublisher(
  errors: ErrorClass,
  logger: NotificationsParts["logger"],
  table: ListenerTable,
): Publisher {
  const streams = new Set<EventStream>();
  const { dispatch } = createDispatcher(table, (name, cause) => {
    const message = `The listener of ${name} failed: ${reasonOf(cause)}`;
    const error = new errors.RealtimeError("ListenerFailed", message, { cause });
    // If a listener of `error` fails, the failure is only logged. Reporting it would call the listener again, endlessly.
    if (name === "error") logger.warning(error.message);
    else reportError(error);
  });
  const lifecycle = createLifecycle({ dispatch });
  const reportError = (error: RealtimeError): void => {
    logger.warning(error.message);
    dispatch("error", error);
  };
  const publish = <K extends keyof ChatEvents | "resyncRequired">(
    type: K,
    event: RealtimeEvents[K],
  ): void => {
    // A listener may have stopped notifications after this event was sent.
    if (!lifecycle.ready) return;
    for (const stream of streams) stream.push({ type, event } as ChatEventItem);
    dispatch(type, event);
  };
  const end = (error: RealtimeError): void => {
    lifecycle.stopped(error);
    if (error.code === "TokenRejected") dispatch("tokenExpired", { error });
  };
  const endStreams = (error?: RealtimeError): void => {
    for (const stream of streams) stream.end(error);
  };
  const sink: RealtimeSink = {
    event: publish,
    resyncRequired: (event) => publish("resyncRequired", event),
    connected: lifecycle.connected,
    reconnecting(error) {
      logger.info(error.message);
      lifecycle.reconnecting(error);
    },
    error: reportError,
    ended(error) {
      reportError(error);
      endStreams(error);
      end(error);
    },
    log: logger.info,
  };
  return { lifecycle, streams, sink, end, endStreams };
}

/** Creates the error that rejects a start: the failure, with the method's name before its message. */
function startError(errors: ErrorClass, cause: unknown): RealtimeError {
  const {
    code,
    message,
    statusCode,
    cause: innerCause,
  } = toRealtimeError(errors, cause, "ConnectionLost");
  return new errors.RealtimeError(code, `startRealtimeNotifications failed: ${message}`, {
    statusCode,
    ...(innerCause !== undefined && { cause: innerCause }),
  });
}
