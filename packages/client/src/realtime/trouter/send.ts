import { toRealtimeError } from "../failures.ts";
import type { TrouterEnvironment } from "./environment.ts";
import {
  type FetchText,
  type TextRequest,
  type TextResponse,
  createFetchText,
} from "./fetch-text.ts";
import type { ServiceClock } from "./service-clock.ts";
import { maxTokenRefreshes, requestTimeout } from "./timings.ts";
import { createTokenSource, type TokenSource } from "./token-source.ts";

/** One of the transport's requests. */
interface SendRequest {
  readonly url: string;
  /** `GET` when absent, or `POST` if there is a body. */
  readonly method?: TextRequest["method"];
  readonly body?: string;
  readonly contentType?: string;
  /** How the token is sent: as `X-Skypetoken` when absent, as bearer token, or not at all. */
  readonly authentication?: "skypeToken" | "bearer" | "none";
  /** The time to receive and read the response, in milliseconds. Default 10,000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  /** The path for error messages, if the URL's path contains a secret. */
  readonly path?: string;
}

/**
 * Sends a request and reads the response. A response of 401 makes the credential refresh the token.
 * @throws `RealtimeError` that names method, path and reason.
 */
export interface Send {
  (request: SendRequest): Promise<string>;
  /** The same, and converts the text. What `read` throws becomes an error with the code `InvalidAnswer`. */
  <T>(request: SendRequest, read: (text: string) => T): Promise<T>;
}

/** Creates the function that sends all requests of a transport. */
export function createSend(env: TrouterEnvironment, clock: ServiceClock): Send {
  const fetchText = createFetchText(env);
  const tokens = createTokenSource(env);

  return async <T>(request: SendRequest, read?: (text: string) => T): Promise<string | T> => {
    const { url, body = null, method = body === null ? "GET" : "POST" } = request;
    const operation = `${method} ${request.path ?? new URL(url).pathname}`;
    const complete = { timeout: requestTimeout, ...request, body, method, operation };
    const { text } = await sendAuthenticated(env, fetchText, clock, tokens, complete);
    if (!read) return text;
    try {
      return read(text);
    } catch (cause) {
      throw toRealtimeError(env, cause, "InvalidAnswer", operation);
    }
  };
}

/** Sends a request with a token, and again with a refreshed token as long as the service rejects it. */
async function sendAuthenticated(
  env: TrouterEnvironment,
  fetchText: FetchText,
  clock: ServiceClock,
  tokens: TokenSource,
  request: Omit<SendRequest, "body"> & Omit<TextRequest, "headers" | "secrets">,
): Promise<TextResponse> {
  const { method, operation, authentication } = request;
  const isStopping = method === "DELETE";
  // A stop uses the current token, because it must not wait for the credential.
  const held = isStopping ? tokens.held : undefined;
  let token = authentication === "none" ? undefined : (held ?? (await tokens.get()));
  for (let refreshes = 0; ; refreshes++) {
    const headers = headersOf(request, token);
    const response = await fetchText({ ...request, headers, secrets: tokens.secrets });
    const { status } = response;
    clock.synchronize(response.headers.get("date"));
    if (response.ok) return response;
    const isRejected = token !== undefined && status === 401;
    const isFinal = response.headers.has("x-trouter-skypetoken-deprecated");
    const mayRefresh = isRejected && !isFinal && !isStopping && refreshes < maxTokenRefreshes;
    token = mayRefresh ? await tokens.refresh() : undefined;
    if (token === undefined) {
      const code = isRejected ? "TokenRejected" : "RequestFailed";
      const reason = isRejected
        ? ": the token is expired, revoked, of another resource or has no chat scope"
        : "";
      const message = `${operation}: the response has status code ${status}${reason}.`;
      throw new env.RealtimeError(code, message, { statusCode: status });
    }
  }
}

function headersOf(
  { authentication, contentType }: Pick<SendRequest, "authentication" | "contentType">,
  token: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (contentType) headers["Content-Type"] = contentType;
  if (token === undefined) return headers;
  if (authentication === "bearer") headers["Authorization"] = `Bearer ${token}`;
  else headers["X-Skypetoken"] = token;
  return headers;
}
