import { createDeferred } from "../deferred.ts";
import { toRealtimeError } from "../failures.ts";
import type { RealtimeErrorCode } from "../realtime-error.ts";
import type { TrouterEnvironment } from "./environment.ts";

/** A request, complete with its headers. */
export interface TextRequest {
  readonly url: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly headers: Record<string, string>;
  readonly body: string | null;
  /** The time to receive and read the response, in milliseconds. */
  readonly timeout: number;
  /** Aborts the request. */
  readonly signal?: AbortSignal | undefined;
  /** The method and path, for error messages. */
  readonly operation: string;
  /** Texts that must not appear in error messages. */
  readonly secrets: readonly string[];
}

/** A response with its body as text. */
export interface TextResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request and reads the response. Throws a `RealtimeError`; never follows a redirect. */
export type FetchText = (request: TextRequest) => Promise<TextResponse>;

/** Creates a {@link FetchText} on the `fetch` of the options, or on the global one. */
export function createFetchText(env: TrouterEnvironment): FetchText {
  /** False if `fetch` rejects the platform's signals, as Node's `fetch` rejects those of jsdom. */
  let passesSignal = true;

  const send = async (request: TextRequest, signal: AbortSignal): Promise<Response> => {
    const { url, method, headers, body } = request;
    // "manual" because Cloudflare Workers refuse "error".
    const init: RequestInit = { method, headers, body, redirect: "manual" };
    try {
      return await (env.fetch ?? fetch)(url, passesSignal ? { ...init, signal } : init);
    } catch (error) {
      if (!passesSignal || !refusesSignal(error)) throw error;
      passesSignal = false;
      return send(request, signal);
    }
  };

  const sendAndRead = async (request: TextRequest, signal: AbortSignal): Promise<TextResponse> => {
    const response = await send(request, signal);
    const { ok, status, headers } = response;
    if (isRedirect(response)) {
      const message = `${request.operation}: the response redirects, which is refused because of the token.`;
      throw new env.RealtimeError("RequestFailed", message, { statusCode: status || undefined });
    }
    return { ok, status, headers, text: await response.text() };
  };

  return async (request) => {
    const bound = bindRequest(env, request);
    try {
      // The race also ends the request if `fetch` ignores the signal.
      return await Promise.race([sendAndRead(request, bound.signal), bound.ended]);
    } catch (cause) {
      const code = isRefusedOption(request, cause) ? "RequestFailed" : "ConnectionLost";
      throw toRealtimeError(env, cause, code, request.operation, request.secrets);
    } finally {
      bound.release();
    }
  };
}

/** Limits a request by its timeout and its signal. */
function bindRequest(env: TrouterEnvironment, { operation, timeout, signal }: TextRequest) {
  const controller = new AbortController();
  const ended = createDeferred<never>();
  const end = (code: RealtimeErrorCode, problem: string): void => {
    ended.reject(new env.RealtimeError(code, `${operation}: ${problem}.`));
    controller.abort();
  };
  const onAbort = (): void => end("Stopped", "notifications were stopped");
  const cancel = env.after(timeout, () => end("Timeout", `no response within ${timeout} ms`));
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted) onAbort();
  return {
    signal: controller.signal,
    ended: ended.promise,
    release(): void {
      cancel();
      signal?.removeEventListener("abort", onAbort);
    },
  };
}

/** Whether a response is a redirect. Browsers hide its status code; React Native follows it and sets `redirected`. */
const isRedirect = ({ type, status, redirected }: Response): boolean =>
  type === "opaqueredirect" || redirected || (status >= 300 && status < 400);

/** Matches `RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.` */
const refusesSignal = (error: unknown): boolean => {
  const { name, message } = Object(error) as Partial<Error>;
  return name === "TypeError" && String(message).includes("AbortSignal");
};

/** Whether the platform rejects the request itself, for example because of an invalid header. `fetch` then throws a
 * TypeError, as for a network failure, but creating a `Request` fails as well. */
function isRefusedOption({ url, method, headers, body }: TextRequest, error: unknown): boolean {
  if (Object(error).name !== "TypeError" || typeof Request === "undefined") return false;
  try {
    return !new Request(url, { method, headers, body, redirect: "manual" });
  } catch {
    return true;
  }
}
