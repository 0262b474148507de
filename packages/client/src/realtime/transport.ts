import type { CommunicationTokenCredential } from "@azure/communication-common";
import type { ChatEvents, ResyncRequiredEvent } from "./events.ts";
import type { RealtimeError } from "./realtime-error.ts";

/** What a transport tells. All calls are synchronous and never throw. */
export interface RealtimeSink {
  /** Something happened in a thread. Calls come in the order of the service. */
  event<K extends keyof ChatEvents>(type: K, event: ChatEvents[K]): void;
  /** Events flow. */
  connected(): void;
  /** The connection is lost; the transport goes on trying by itself. */
  reconnecting(error: RealtimeError): void;
  /** Events may be missing. */
  resyncRequired(event: ResyncRequiredEvent): void;
  /** Something failed, without ending the notifications by itself. */
  error(error: RealtimeError): void;
  /** The transport has given up; `start` may be called again. */
  ended(error: RealtimeError): void;
  /** A line for the log; never holds a token. */
  log(line: string): void;
}

/** What a transport is given. */
export interface RealtimeContext {
  /** The endpoint of the chat resource. */
  readonly endpoint: string;
  readonly credential: CommunicationTokenCredential;
  /** The api-version of the client, for the URLs of attachments. */
  readonly apiVersion: string;
  readonly sink: RealtimeSink;
  /** Makes a random id. */
  readonly newId: () => string;
  readonly fetch?: typeof globalThis.fetch;
  readonly webSocket?: typeof globalThis.WebSocket | false;
}

/** A way to get events from the service. */
export interface RealtimeTransport {
  /**
   * Starts. Resolves when events flow.
   * @throws {@link RealtimeError} if that cannot be brought about; it may be called again then.
   */
  start(): Promise<void>;
  /** Stops and lets go of everything: no timer, socket or listener stays. Also while starting. */
  stop(): Promise<void>;
}

/** Makes a transport. Called at a client's first start, and again only while it has given none. */
export type RealtimeTransportFactory = (
  context: RealtimeContext,
) => RealtimeTransport | Promise<RealtimeTransport>;

/** Options of real-time notifications. */
export interface RealtimeOptions {
  /** Brings the events. When absent: this package's own transport, loaded at the first start. */
  transport?: RealtimeTransportFactory;
  /** Sends the requests of this package's own transport, instead of the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Makes its WebSockets, instead of the global one; `false` for long polling only. */
  webSocket?: typeof globalThis.WebSocket | false;
}
