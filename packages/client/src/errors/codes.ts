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

/** The code of no answer: no connection, or one that broke. Node's own, such as ECONNRESET, may stand in its place. */
export const sendError = "REQUEST_SEND_ERROR";

/** The code of an answer that cannot be read, or lacks what it must have. */
export const parseError = "PARSE_ERROR";

/** The code of `requestOptions.timeout` having run out. */
export const timeoutError = "REQUEST_TIMEOUT";

/** The code of a list whose next page is at another origin. It was not asked for, and saw no token. */
export const foreignLink = "FOREIGN_LINK";
