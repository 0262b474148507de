/** One problem of a request, as the engine sees it; the HTTP side gives it the wire's shape. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  readonly status: number;
  readonly code: string;
  /** Left out of the answer when the service leaves it out. */
  readonly showMessage: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The part of the request that is wrong; only the identity API names it in its response. */
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

/** 400: the request itself is wrong. */
export const badRequest = (message: string): ServiceError =>
  new ServiceError(400, "BadRequest", message);

/** 400 without a message, as the service answers too many participants and malformed thread ids. */
export const badRequestWithoutMessage = (reason: string): ServiceError =>
  new ServiceError(400, "BadRequest", reason, { showMessage: false });

/** 401: the token is missing, wrong, expired or revoked. The service answers with an empty body. */
export const unauthorized = (reason: string): ServiceError =>
  new ServiceError(401, "Unauthorized", reason, {
    headers: {
      "WWW-Authenticate": `Bearer error="invalid_token", error_description="${reason.replaceAll('"', "'")}"`,
    },
  });

/** 403: the caller may not do that. */
export const forbidden = (): ServiceError =>
  new ServiceError(
    403,
    "Forbidden",
    "The initiator doesn't have the permission to perform the requested operation.",
  );

/** 400 of the identity API: names the part of the body that is wrong. */
export const validationError = (target: string, message: string): ServiceError =>
  new ServiceError(400, "ValidationError", message, { target });

/** 401: the identity belongs to another resource than the access key. */
export const identityNotOwned = (): ServiceError =>
  new ServiceError(401, "IdentityNotOwned", "Provided identity doesn't belong to the resource.");

/** 404: the thing, or the path, does not exist. */
export const notFound = (what: string): ServiceError => new ServiceError(404, "NotFound", what);

/** 404 without a message, as the service answers a read receipt for an unknown message. */
export const notFoundWithoutMessage = (reason: string): ServiceError =>
  new ServiceError(404, "NotFound", reason, { showMessage: false });

/** 405: the path exists, but not with this method. */
export const methodNotAllowed = (method: string, allowed: readonly string[]): ServiceError =>
  new ServiceError(
    405,
    "MethodNotAllowed",
    `${method} is not supported here; use ${allowed.join(" or ")}.`,
    { headers: { Allow: allowed.join(", ") } },
  );

/** 413: more bytes than the service takes. */
export const tooLarge = (message: string): ServiceError =>
  new ServiceError(413, "RequestEntityTooLarge", message);

/** 415: the body is of another kind than the operation takes. */
export const unsupportedMediaType = (message: string): ServiceError =>
  new ServiceError(415, "UnsupportedMediaType", message);

/** 429: over a rate limit. */
export const tooManyRequests = (message: string, retryAfterSeconds: number): ServiceError =>
  new ServiceError(429, "TooManyRequests", message, {
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
