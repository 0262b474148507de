/**
 * - `InvalidOption`: an option of `createChatStore` has an invalid value.
 * - `InvalidEvent`: a real-time event has no thread, or no id and version, and was ignored.
 * - `ListenerFailed`: a subscriber threw an error, which is the `cause`.
 * - `OutboxFull`: `maxUnsent` messages are waiting to be sent.
 * - `UnknownMessage`: no message with this key or id can be changed, retried or discarded.
 * - `PersistenceFailed`: `load` or `save` of the persistence failed; the error is the `cause`.
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

/** An error of the store itself. Failed requests reject with the client's errors. */
export class ChatStoreError extends Error {
  /** The kind of failure. */
  readonly code: ChatStoreErrorCode;

  constructor(code: ChatStoreErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "ChatStoreError";
    this.code = code;
  }
}

/** True for an error response with one of the status codes. */
export function hasStatus(error: unknown, ...codes: readonly number[]): boolean {
  return codes.includes((error as { statusCode?: number } | undefined)?.statusCode ?? 0);
}

/** True if a request failed without a response, for example because the network is down. */
export function isUnanswered(error: unknown): boolean {
  const { name, statusCode } = Object(error) as { name?: string; statusCode?: number };
  return name === "RestError" && !statusCode;
}

/** Throws if the store was disposed. */
export function requireActive({ aborted }: AbortSignal): void {
  if (aborted) throw new ChatStoreError("Disposed", "The store was disposed.");
}
