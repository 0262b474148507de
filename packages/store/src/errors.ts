/**
 * - `InvalidOption`: an option of `createChatStore` has a value that cannot be used.
 * - `InvalidEvent`: a real-time event lacks what is needed to place it; it was ignored.
 * - `ListenerFailed`: a subscriber threw; `cause` has its error.
 * - `OutboxFull`: as many messages wait to be sent as `maxUnsent` allows.
 * - `UnknownMessage`: no message with this key or id can be changed, retried or discarded.
 * - `PersistenceFailed`: `load` or `save` of the persistence failed; `cause` has its error.
 * - `Disposed`: the store was disposed.
 */
export type ChatStoreErrorCode =
  | "InvalidOption"
  | "InvalidEvent"
  | "ListenerFailed"
  | "OutboxFull"
  | "UnknownMessage"
  | "PersistenceFailed"
  | "Disposed";

/** A failure of the store itself. Failed requests keep the client's error. */
export class ChatStoreError extends Error {
  /** The kind of failure. */
  readonly code: ChatStoreErrorCode;

  constructor(code: ChatStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ChatStoreError";
    this.code = code;
  }
}

/** Whether an error is the service's answer with one of these status codes. */
export function hasStatus(error: unknown, ...codes: readonly number[]): boolean {
  return codes.includes((error as { statusCode?: number } | undefined)?.statusCode ?? 0);
}

/** Whether a request failed without any answer: the network is gone, or the service. */
export function isUnanswered(error: unknown): boolean {
  const { name, statusCode } = Object(error) as { name?: string; statusCode?: number };
  return name === "RestError" && !statusCode;
}
