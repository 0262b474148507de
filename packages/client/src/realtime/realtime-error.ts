import { isInstance } from "../errors/across-copies.ts";

/**
 * What went wrong:
 * - `TokenRejected`: the service answers 401, also to a fresh token;
 * - `TokenUnavailable`: the credential gave no token;
 * - `RequestFailed`: an answer with another status than it should have (`statusCode`);
 * - `InvalidAnswer`: an answer, frame or event that makes no sense;
 * - `InsecureUrl`: the service names an address to which no token may go;
 * - `Timeout`: no answer in time;
 * - `ConnectionLost`: no connection, or it broke;
 * - `ListenerFailed`: a listener of the application threw (`cause`);
 * - `Stopped`: notifications were stopped while they were being started.
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

/** A failure of real-time notifications. */
export class RealtimeError extends Error {
  /** What went wrong, in a word. */
  declare readonly code: RealtimeErrorCode;
  /** The HTTP status, when there was one. */
  declare readonly statusCode?: number;

  constructor(
    code: RealtimeErrorCode,
    message: string,
    options: { statusCode?: number; cause?: unknown } = {},
  ) {
    super(message, options);
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
