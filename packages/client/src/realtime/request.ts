import type { CommunicationTokenCredential } from "@azure/communication-common";
import type { RealtimeEnvironment } from "./environment.ts";
import { times } from "./environment.ts";
import { RealtimeError } from "./realtime-error.ts";

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

/** Where a token may go: https, or plain http on the machine itself if the endpoint is there too. */
export function requireSafe(url: string, endpoint: string): URL {
  let parsed: URL | undefined;
  try {
    parsed = new URL(url);
  } catch {
    // Below.
  }
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
  if (
    parsed?.protocol === "https:" ||
    (parsed?.protocol === "http:" &&
      local.test(parsed.hostname) &&
      new URL(endpoint).protocol === "http:")
  ) {
    return parsed;
  }
  throw new RealtimeError(
    "InsecureUrl",
    `The service names ${parsed ? parsed.origin : "no URL"} for real time: no token goes there.`,
  );
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
    url: string,
    headers: Record<string, string>,
    { method = "GET", body, signal, timeout = times.request }: Parameters<Requester["send"]>[2],
  ): Promise<{ response: Response; text: string }> => {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    let late = false;
    const timer = env.setTimer(() => {
      late = true;
      abort();
    }, timeout);
    signal.addEventListener("abort", abort);
    const what = `${method} ${new URL(url).pathname}`;
    try {
      if (signal.aborted) throw signal.reason;
      const response = await fetch(url, {
        method,
        headers,
        signal: controller.signal,
        // A redirect would carry the token to wherever it points.
        redirect: "error",
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      return { response, text };
    } catch (cause) {
      if (signal.aborted)
        throw new RealtimeError("Stopped", "Real-time notifications were stopped.");
      if (late) throw new RealtimeError("Timeout", `${what}: no answer within ${timeout} ms.`);
      throw new RealtimeError("ConnectionLost", `${what}: no answer.`, { cause });
    } finally {
      env.clearTimer(timer);
      signal.removeEventListener("abort", abort);
    }
  };

  return {
    async send(url, tokenHeader, options) {
      const json = options.body?.startsWith("{");
      const headers: Record<string, string> = {
        ...(options.body !== undefined && {
          "Content-Type": json ? "application/json" : "text/plain;charset=UTF-8",
        }),
      };
      let token = tokenHeader && (await tokenOf({}));
      for (let refreshes = 0; ; refreshes++) {
        if (token)
          headers[tokenHeader] = tokenHeader === "Authorization" ? `Bearer ${token}` : token;
        const { response, text } = await once(url, headers, options);
        const date = Date.parse(response.headers.get("date") ?? "");
        if (date) onServerTime(date);
        if (response.ok) return text;
        const { status: statusCode } = response;
        const what = `${options.method ?? "GET"} ${new URL(url).pathname} was answered ${statusCode}`;
        if (statusCode !== 401)
          throw new RealtimeError("RequestFailed", `${what}.`, { statusCode });
        const last = token;
        const final = response.headers.has("x-trouter-skypetoken-deprecated");
        // A hint for credentials that know it: what they hold is refused, whatever its lifetime.
        if (!final && refreshes < mostRefreshes) token = await tokenOf({ forceRefresh: true });
        if (token === last)
          throw new RealtimeError("TokenRejected", `${what}: the token is refused.`, {
            statusCode,
          });
      }
    },
  };
}
