import type { CommunicationTokenCredential } from "@azure/communication-common";
import type { ChatEvents, ResyncRequiredEvent } from "./events.ts";
import type { RealtimeError } from "./realtime-error.ts";

/** What a transport calls to report events and state. Its methods are synchronous and never throw. */
export interface RealtimeSink {
  /** Reports an event in a thread. Calls keep the order of the service. */
  event<K extends keyof ChatEvents>(type: K, event: ChatEvents[K]): void;
  /** Reports that events arrive. */
  connected(): void;
  /** Reports that the connection was lost. The transport reconnects on its own. */
  reconnecting(error: RealtimeError): void;
  /** Reports that events may be missing. */
  resyncRequired(event: ResyncRequiredEvent): void;
  /** Reports a failure that does not end the notifications. */
  error(error: RealtimeError): void;
  /** Reports that the transport has given up. `start` can be called again. */
  ended(error: RealtimeError): void;
  /** Writes a line to the log. The line must not contain a token. */
  log(line: string): void;
}

/** What a transport receives from the client. */
export interface RealtimeContext {
  /** The endpoint of the chat resource. */
  readonly endpoint: string;
  readonly credential: CommunicationTokenCredential;
  /** The client's API version, which the URLs of attachments contain. */
  readonly apiVersion: string;
  readonly sink: RealtimeSink;
  /** Returns a random id. */
  readonly newId: () => string;
  readonly fetch?: typeof globalThis.fetch;
  readonly webSocket?: typeof globalThis.WebSocket | false;
}

/** Receives events from the service. */
export interface RealtimeTransport {
  /**
   * Connects. Resolves when events arrive.
   *
   * @throws {@link RealtimeError} if the connection fails. The method can be called again.
   */
  start(): Promise<void>;
  /** Disconnects and releases every timer, socket and listener. Can be called while `start` runs. */
  stop(): Promise<void>;
}

/** Creates a transport. The client calls it at its first start, and again only if it failed. */
export type RealtimeTransportFactory = (
  context: RealtimeContext,
) => RealtimeTransport | Promise<RealtimeTransport>;

/** Options of real-time notifications. */
export interface RealtimeOptions {
  /** Creates the transport. Default: the transport of this package, loaded at the first start. */
  transport?: RealtimeTransportFactory;
  /** Sends the requests of this package's transport. Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** The class of its WebSockets. Default: the global `WebSocket`. `false` uses long polling only. */
  webSocket?: typeof globalThis.WebSocket | false;
}
