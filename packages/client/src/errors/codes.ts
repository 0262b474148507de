/** Returns the error code for an error response without one. The service omits the code with some status codes. */
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

/**
 * The code of a request without a response: the connection failed or was lost. A code of the platform, such as Node's
 * ECONNRESET, takes precedence.
 */
export const sendError = "REQUEST_SEND_ERROR";

/** The code of a response that cannot be parsed, or that lacks required data. */
export const parseError = "PARSE_ERROR";

/** The code of a request that exceeds `requestOptions.timeout`. */
export const timeoutError = "REQUEST_TIMEOUT";

/**
 * The code of a list whose next page has another origin. The client does not request that page, so the token is not
 * sent.
 */
export const foreignLink = "FOREIGN_LINK";
