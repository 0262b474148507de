import type {
  PipelineRequest,
  PipelineResponse,
  RestErrorOptions,
} from "@azure/core-rest-pipeline";
import { RestError } from "@azure/core-rest-pipeline";
import type { ChatError, CreateChatThreadResult } from "../models.ts";
import { isInstance } from "./across-copies.ts";

const brand = Symbol.for("acs-chat.ChatServiceError");

/** The properties of a new {@link ChatServiceError}. */
export interface ChatServiceErrorOptions {
  code: string;
  statusCode?: number | undefined;
  target?: string | undefined;
  details?: ChatError[] | undefined;
  innerError?: ChatError | undefined;
  requestId?: string | undefined;
  retryAfterInMs?: number | undefined;
  request?: PipelineRequest | undefined;
  response?: PipelineResponse | undefined;
  cause?: unknown;
}

// Why one class with this name: docs/decisions/0041-one-error-class-named-resterror.md
/**
 * The failure of an operation: an error status code, a lost connection, a timeout, or a response that cannot be read.
 * It is an instance of `RestError` and has that name, so code written for other Azure packages handles it.
 */
export class ChatServiceError extends RestError {
  /** The error code. The guide to errors (docs/errors.md) lists all codes. */
  declare code: string;
  /** The HTTP status code; absent if there was no response. */
  declare statusCode?: number;
  /** What the error refers to, such as a participant's id; absent if the service does not name it. */
  declare readonly target?: string;
  /** The errors that caused this error; absent if the service does not report them. */
  declare details?: ChatError[];
  /** A more specific error; absent if the service does not report one. */
  declare readonly innerError?: ChatError;
  /**
   * The id of the request (the `MS-CV` header), for Microsoft's support. Absent in browsers, where the service exposes
   * only the `Location` header.
   */
  declare readonly requestId?: string;
  /**
   * The time to wait before the next attempt in milliseconds (the `Retry-After` header); absent if the service does
   * not specify it. Absent in browsers, where the service exposes only the `Location` header.
   */
  declare readonly retryAfterInMs?: number;
  /** With the option `batches`: the result of the requests that succeeded before the failure. */
  declare partialResult?: CreateChatThreadResult;

  constructor(message: string, { request, response, cause, ...fields }: ChatServiceErrorOptions) {
    super(message, { request, response } as RestErrorOptions);
    // The constructor of RestError sets the prototype to that of RestError.
    Object.setPrototypeOf(this, new.target.prototype);
    Object.assign(this, fields);
    if (cause) Object.defineProperty(this, "cause", { value: cause });
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  /** @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, ChatServiceError, brand, value);
  }
}

/** Returns whether a value is a {@link ChatServiceError}, including one from another copy of this package. */
export function isChatServiceError(error: unknown): error is ChatServiceError {
  return error instanceof ChatServiceError;
}
