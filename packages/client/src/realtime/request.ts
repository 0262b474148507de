import type { CommunicationTokenCredential } from "@azure/communication-common";
import type { RealtimeEnvironment } from "./environment.ts";
import { requestTime } from "./environment.ts";
import { RealtimeError, type RealtimeErrorCode } from "./realtime-error.ts";

/** Refreshes of a refused token before giving up. */
const mostRefreshes = 3;

/** Sends the transport's requests: each bound in time, with the token it needs and nothing more. */
export interface Requester {
  /**
   * Sends a request with a token in a header and reads the answer. A 401 asks the credential for
   * another token.
   * @throws {@link RealtimeError}
   */
  send(
    url: string,
    tokenHeader: "Authorization" | "X-Skypetoken" | "",
    options: { method?: string; body?: string; signal: AbortSignal; timeout?: number },
  ): Promise<string>;
}

/** A URL that a token may go to: https, or the endpoint's own host as the endpoint is reached. */
export function requireSafe(url: unknown, endpoint: string): string {
  const own = new URL(endpoint);
  const { protocol, hostname, href, origin } = new URL(url as string, endpoint);
  if (protocol === "https:" || (protocol === own.protocol && hostname === own.hostname))
    return href;
  throw new RealtimeError("InsecureUrl", `No token goes to ${origin}.`);
}

/** Makes a requester. */
export function createRequester(
  credential: CommunicationTokenCredential,
  fetch: typeof globalThis.fetch,
  env: RealtimeEnvironment,
  onServerTime: (at: number) => void,
): Requester {
  const tokenOf = async (options: object): Promise<string> => {
    try {
      return (await credential.getToken(options)).token;
    } catch (cause) {
      throw new RealtimeError("TokenUnavailable", "The credential gave no token.", { cause });
    }
  };

  const once = async (
    what: string,
    url: string,
    init: RequestInit,
    signal: AbortSignal,
    timeout: number,
  ): Promise<readonly [Response, string]> => {
    const controller = new AbortController();
    let code: RealtimeErrorCode = "ConnectionLost";
    const abort = (why: RealtimeErrorCode) => (): void => {
      code = why;
      controller.abort();
    };
    const stop = abort("Stopped");
    const timer = env.setTimer(abort("Timeout"), timeout);
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    try {
      const response = await fetch(url, {
        ...init,
        signal: controller.signal,
        // A redirect would carry the token to wherever it points.
        redirect: "error",
      });
      return [response, await response.text()];
    } catch (cause) {
      throw new RealtimeError(code, `${what}: no answer.`, { cause });
    } finally {
      env.clearTimer(timer);
      signal.removeEventListener("abort", stop);
    }
  };

  return {
    async send(url, tokenHeader, { method = "GET", body, signal, timeout = requestTime }) {
      const what = `${method} ${new URL(url).pathname}`;
      const headers: Record<string, string> = {};
      if (body !== undefined) {
        headers["Content-Type"] = body[0] === "{" ? "application/json" : "text/plain";
      }
      let token = tokenHeader && (await tokenOf({}));
      for (let refreshes = 0; ; refreshes++) {
        if (token) headers[tokenHeader] = tokenHeader[0] === "A" ? `Bearer ${token}` : token;
        const init = { method, headers, ...(body !== undefined && { body }) };
        const [response, text] = await once(what, url, init, signal, timeout);
        const date = Date.parse(response.headers.get("date") ?? "");
        if (date) onServerTime(date);
        if (response.ok) return text;
        const { status: statusCode } = response;
        const failed = (code: RealtimeErrorCode): Error =>
          new RealtimeError(code, `${what}: ${statusCode}.`, { statusCode });
        if (statusCode !== 401) throw failed("RequestFailed");
        const last = token;
        const final = response.headers.has("x-trouter-skypetoken-deprecated");
        // A hint for credentials that know it: what they hold is refused, whatever its lifetime.
        if (!final && refreshes < mostRefreshes) token = await tokenOf({ forceRefresh: true });
        if (token === last) throw failed("TokenRejected");
      }
    },
  };
}
