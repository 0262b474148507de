/** The code of an error answer that names none: the service leaves it out with some statuses. */
export function codeOfStatus(status: number): string {
  return codes[status] ?? (status >= 500 ? "ServerError" : "RequestFailed");
}

const codes: Record<number, string> = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  413: "PayloadTooLarge",
  429: "TooManyRequests",
  503: "ServiceUnavailable",
};

/** Codes of failures that had no answer, or none that makes sense. The first two are Azure core's. */
export const clientCodes = {
  /** No answer: no connection, a connection that broke. Node's own code, such as ECONNRESET, may stand in its place. */
  sendError: "REQUEST_SEND_ERROR",
  /** An answer that cannot be read, or lacks what it must have. */
  parseError: "PARSE_ERROR",
  /** `requestOptions.timeout` ran out. */
  timeout: "REQUEST_TIMEOUT",
  /** A list whose next page is at another origin. It was not asked for, and saw no token. */
  foreignLink: "FOREIGN_LINK",
  /** Thrown by `throwIfInvalidParticipants`. */
  invalidParticipants: "InvalidParticipants",
} as const;
