/** An error in a request. The HTTP layer converts it to its shape on the wire. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  readonly status: number;
  readonly code: string;
  /** False if the service omits the message from the response. */
  readonly showMessage: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The part of the request that is invalid. Only the identity API returns it. */
  readonly target: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    options: {
      showMessage?: boolean;
      headers?: Readonly<Record<string, string>>;
      target?: string;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.showMessage = options.showMessage ?? true;
    this.headers = options.headers ?? {};
    this.target = options.target;
  }
}

/** 400: the request is invalid. */
export const badRequest = (message: string): ServiceError =>
  new ServiceError(400, "BadRequest", message);

/** 400 without a message, as the service responds to too many participants and malformed thread ids. */
export const badRequestWithoutMessage = (reason: string): ServiceError =>
  new ServiceError(400, "BadRequest", reason, { showMessage: false });

/** 401: the token is missing, invalid, expired or revoked. The service responds with an empty body. */
export const unauthorized = (reason: string): ServiceError =>
  new ServiceError(401, "Unauthorized", reason, {
    headers: {
      "WWW-Authenticate": `Bearer error="invalid_token", error_description="${reason.replaceAll('"', "'")}"`,
    },
  });

/** 403: the caller does not have the permission. */
export const forbidden = (): ServiceError =>
  new ServiceError(
    403,
    "Forbidden",
    "The initiator doesn't have the permission to perform the requested operation.",
  );

/** 400 of the identity API. It names the part of the body that is invalid. */
export const validationError = (target: string, message: string): ServiceError =>
  new ServiceError(400, "ValidationError", message, { target });

/** 401: the identity belongs to another resource than the access key. */
export const identityNotOwned = (): ServiceError =>
  new ServiceError(401, "IdentityNotOwned", "Provided identity doesn't belong to the resource.");

/** 404: the resource or the path does not exist. */
export const notFound = (what: string): ServiceError => new ServiceError(404, "NotFound", what);

/** 404 without a message, as the service responds to a read receipt for an unknown message. */
export const notFoundWithoutMessage = (reason: string): ServiceError =>
  new ServiceError(404, "NotFound", reason, { showMessage: false });

/** 405: the path exists, but does not support the method. */
export const methodNotAllowed = (method: string, allowed: readonly string[]): ServiceError =>
  new ServiceError(
    405,
    "MethodNotAllowed",
    `${method} is not supported here; use ${allowed.join(" or ")}.`,
    { headers: { Allow: allowed.join(", ") } },
  );

/** 413: the body is larger than the service accepts. */
export const tooLarge = (message: string): ServiceError =>
  new ServiceError(413, "RequestEntityTooLarge", message);

/** 415: the operation does not accept the content type. */
export const unsupportedMediaType = (message: string): ServiceError =>
  new ServiceError(415, "UnsupportedMediaType", message);

/** 429: a rate limit is exceeded. */
export const tooManyRequests = (message: string, retryAfterSeconds: number): ServiceError =>
  new ServiceError(429, "TooManyRequests", message, {
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
