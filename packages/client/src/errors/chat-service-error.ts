import type {
  PipelineRequest,
  PipelineResponse,
  RestErrorOptions,
} from "@azure/core-rest-pipeline";
import { RestError } from "@azure/core-rest-pipeline";
import type { ChatError, CreateChatThreadResult } from "../models.ts";
import { isInstance } from "./across-copies.ts";

const brand = Symbol.for("acs-chat.ChatServiceError");

/** What a {@link ChatServiceError} is made of. */
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

/**
 * Every failure of a call: an error status, a lost connection, a timeout, an answer that makes no
 * sense. It is a `RestError` (and named so), hence code written for other Azure packages understands it.
 */
export class ChatServiceError extends RestError {
  /** What happened, in a word. The guide to errors (docs/errors.md) has all codes in one table. */
  declare code: string;
  /** The HTTP status, when there was an answer. */
  declare statusCode?: number;
  /** What the error is about, when the service says so, such as a participant's id. */
  declare readonly target?: string;
  /** Errors that led to this one, when the service tells them. */
  declare details?: ChatError[];
  /** A more specific error within this one, when the service tells it. */
  declare readonly innerError?: ChatError;
  /**
   * The service's id of the request (its `MS-CV` header), for Microsoft's support. Absent in browsers: the service
   * exposes only the `Location` header to pages.
   */
  declare readonly requestId?: string;
  /**
   * Milliseconds to wait before the next attempt, if the service says so (`Retry-After`). Absent in browsers: the
   * service exposes only the `Location` header to pages.
   */
  declare readonly retryAfterInMs?: number;
  /** With the option `batches`: the result of the calls before the one that failed. */
  declare partialResult?: CreateChatThreadResult;

  constructor(message: string, { request, response, cause, ...fields }: ChatServiceErrorOptions) {
    super(message, { request, response } as RestErrorOptions);
    // RestError's constructor sets its own prototype.
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

/**
 * Whether something caught is a {@link ChatServiceError}, also one from another copy of this package.
 */
export function isChatServiceError(error: unknown): error is ChatServiceError {
  return error instanceof ChatServiceError;
}
