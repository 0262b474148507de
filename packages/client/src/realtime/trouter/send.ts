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
export interface SendRequest {
  readonly url: string;
  /** `GET` when absent, or `POST` if there is a body. */
  readonly method?: TextRequest["method"];
  readonly body?: string;
  readonly contentType?: string;
  /** How the token is sent: as `X-Skypetoken` when absent, as bearer token, or not at all. */
  readonly authentication?: "skypeToken" | "bearer" | "none";
  /** Milliseconds until the response has to be read; 10,000 when absent. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  /** The path in error messages, where the URL's own contains a secret. */
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
    const { text } = await sendAuthenticated(env, fetchText, clock, tokens, {
      ...request,
      method,
      operation,
    });
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
  request: SendRequest & { method: TextRequest["method"]; operation: string },
): Promise<TextResponse> {
  const { url, method, operation, body = null, timeout = requestTimeout, signal } = request;
  const isStopping = method === "DELETE";
  let token = await firstToken(tokens, request);
  for (let refreshes = 0; ; refreshes++) {
    const headers = headersOf(request, token);
    const { secrets } = tokens;
    const response = await fetchText({
      url,
      method,
      headers,
      body,
      timeout,
      signal,
      operation,
      secrets,
    });
    clock.synchronize(response.headers.get("date"));
    if (response.ok) return response;
    const isRejected = token !== undefined && response.status === 401;
    const isFinal = response.headers.has("x-trouter-skypetoken-deprecated");
    const mayRefresh = isRejected && !isFinal && !isStopping && refreshes < maxTokenRefreshes;
    token = mayRefresh ? await tokens.refresh() : undefined;
    if (token === undefined) {
      const { status: statusCode } = response;
      const code = isRejected ? "TokenRejected" : "RequestFailed";
      const message = `${operation}: the response has status code ${statusCode}.`;
      throw new env.RealtimeError(code, message, { statusCode });
    }
  }
}

/** A stop uses the token that is held, because it must not wait for a credential. */
async function firstToken(tokens: TokenSource, request: SendRequest): Promise<string | undefined> {
  if (request.authentication === "none") return undefined;
  if (request.method === "DELETE" && tokens.held !== undefined) return tokens.held;
  return tokens.get();
}

function headersOf(
  { authentication = "skypeToken", contentType }: SendRequest,
  token: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (contentType) headers["Content-Type"] = contentType;
  if (token === undefined) return headers;
  if (authentication === "bearer") headers["Authorization"] = `Bearer ${token}`;
  else headers["X-Skypetoken"] = token;
  return headers;
}
