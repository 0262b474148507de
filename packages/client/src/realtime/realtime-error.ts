import { isInstance } from "../errors/across-copies.ts";

/**
 * The code of a {@link RealtimeError}:
 * - `TokenRejected`: the service responds with 401, also to a refreshed token;
 * - `TokenUnavailable`: the credential returned no token;
 * - `RequestFailed`: a response has an unexpected status code (`statusCode`) or redirects, or the platform
 *   rejects an option of the request;
 * - `InvalidAnswer`: a response, frame or event cannot be read;
 * - `InsecureUrl`: the service names an address to which the client sends no token;
 * - `Timeout`: the service did not respond in time;
 * - `ConnectionLost`: the service cannot be reached, or the connection broke;
 * - `ListenerFailed`: a listener of the application threw (`cause`);
 * - `Stopped`: notifications were stopped during the start.
 */
export type RealtimeErrorCode =
  | "TokenRejected"
  | "TokenUnavailable"
  | "RequestFailed"
  | "InvalidAnswer"
  | "InsecureUrl"
  | "Timeout"
  | "ConnectionLost"
  | "ListenerFailed"
  | "Stopped";

const brand = Symbol.for("acs-chat.RealtimeError");

/** A failure of real-time notifications. The message names the operation, the path and the reason. */
export class RealtimeError extends Error {
  /** The error code. */
  declare readonly code: RealtimeErrorCode;
  /** The HTTP status code; absent if there was no response. */
  declare readonly statusCode?: number;

  constructor(
    code: RealtimeErrorCode,
    message: string,
    options: { statusCode?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "RealtimeError";
    this.code = code;
    if (options.statusCode !== undefined) this.statusCode = options.statusCode;
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  /** @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, RealtimeError, brand, value);
  }
}
