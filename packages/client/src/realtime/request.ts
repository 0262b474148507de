import type { Surroundings } from "./environment.ts";
import { mostRefreshes, requestTime } from "./environment.ts";
import { toRealtimeError } from "./failures.ts";
import type { RealtimeErrorCode } from "./realtime-error.ts";

/** How a request differs from a GET, or a POST when it has a body, with the token as `X-Skypetoken`. */
export interface SendOptions {
  method?: "GET" | "POST" | "DELETE";
  body?: string | null;
  /** Where the token goes; it goes nowhere when empty. */
  tokenHeader?: "X-Skypetoken" | "Authorization" | "";
  /** Stands before the token. */
  scheme?: "Bearer " | "";
  /** Milliseconds. */
  timeout?: number;
}

/**
 * Sends one of the transport's requests and reads the answer: bound in time, with the token it needs and
 * nothing more. A 401 asks the credential for another token.
 * @throws {@link RealtimeError}
 */
export type Send = (url: string, signal?: AbortSignal, options?: SendOptions) => Promise<string>;

/** Makes the function that sends; `onServerTime` hears what time it is for the service. */
export function createSend(env: Surroundings, onServerTime: (at: number) => void): Send {
  let held: Awaited<ReturnType<typeof env.credential.getToken>> | undefined;
  const tokenOf = async (options: object): Promise<string> => {
    try {
      return (held = await env.credential.getToken(options)).token;
    } catch (cause) {
      throw toRealtimeError(env, cause, "TokenUnavailable", "getToken failed.");
    }
  };

  return async (
    url,
    signal,
    {
      body = null,
      method = body === null ? "GET" : "POST",
      tokenHeader = "X-Skypetoken",
      scheme = "",
      timeout = requestTime,
    } = {},
  ) => {
    // Without the id of a session, which is all that it takes to read from it.
    const what = `${method} ${new URL(url).pathname.slice(0, 20)}`;
    const headers: Record<string, string> = {};
    // Else it is text/plain by itself.
    if (body?.[0] === "{") headers["Content-Type"] = "application/json";
    // A stop must not wait for a credential.
    let token = tokenHeader && ((method === "DELETE" && held?.token) || (await tokenOf({})));
    for (let refreshes = 0; ; refreshes++) {
      if (token) headers[tokenHeader] = scheme + token;
      const controller = new AbortController();
      const stop = (): void => controller.abort("Stopped");
      const cancel = env.after(timeout, () => controller.abort("Timeout"));
      signal?.addEventListener("abort", stop);
      if (signal?.aborted) stop();
      let response: Response;
      let text: string;
      try {
        response = await (env.fetch ?? fetch)(url, {
          method,
          headers,
          body,
          signal: controller.signal,
          // A redirect would carry the token to wherever it points.
          redirect: "error",
        });
        text = await response.text();
      } catch (cause) {
        const code = controller.signal.reason as RealtimeErrorCode | undefined;
        throw toRealtimeError(env, cause, code, `${what}: no answer.`);
      } finally {
        cancel();
        signal?.removeEventListener("abort", stop);
      }
      const date = Date.parse(response.headers.get("date")!);
      if (date) onServerTime(date);
      if (response.ok) return text;
      const { status: statusCode } = response;
      const refused = token && statusCode === 401;
      const last = token;
      const final = response.headers.has("x-trouter-skypetoken-deprecated");
      // A hint for credentials that know it: what they hold is refused, whatever its lifetime.
      if (refused && !final && refreshes < (method === "DELETE" ? 0 : mostRefreshes)) {
        // Others give what they hold until it ends; so, for them, it ends now.
        held!.expiresOnTimestamp = 0;
        token = await tokenOf({ forceRefresh: true });
      }
      if (token === last) {
        const code = refused ? "TokenRejected" : "RequestFailed";
        throw new env.RealtimeError(code, `${what}: ${statusCode}.`, { statusCode });
      }
    }
  };
}
