import type { AccessToken, TokenCredential } from "@azure/core-auth";
import type { PipelinePolicy, PipelineRequest } from "@azure/core-rest-pipeline";

/** How long before its end a token is replaced, in milliseconds. */
const refreshAhead = 120_000;

/**
 * Adds a bearer token to requests to one origin, and to no other. A token is kept until shortly before its end, then
 * replaced while it still serves; only one replacement is under way at a time. After a 401 a new token is asked for,
 * and if it is another one, the request is sent once more.
 */
export function bearerPolicy(
  credential: TokenCredential,
  scopes: string[],
  origin: string,
): PipelinePolicy {
  let current: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;

  const refresh = (request: PipelineRequest, claims?: string): Promise<AccessToken> =>
    (pending ??= (async () => {
      try {
        const { tracingOptions } = request;
        const token = await credential.getToken(scopes, {
          ...(tracingOptions && { tracingOptions }),
          ...(claims && { claims, enableCae: true }),
        });
        if (!token) throw new Error("The credential gave no token");
        return (current = token);
      } finally {
        pending = undefined;
      }
    })());

  const usable = async (request: PipelineRequest): Promise<AccessToken> => {
    const left = current ? current.expiresOnTimestamp - Date.now() : 0;
    if (!current || left <= 0) return untilAborted(request, refresh(request));
    // A failure is met again, and reported, once the present token has ended.
    if (left < refreshAhead) refresh(request).catch(() => {});
    return current;
  };

  return {
    name: "bearerTokenAuthenticationPolicy",
    async sendRequest(request, next) {
      checkOrigin(request.url, origin);
      const { token } = await usable(request);
      request.headers.set("authorization", `Bearer ${token}`);
      const response = await next(request);
      if (response.status !== 401 || isSpent(request.body)) return response;
      if (current?.token === token) current = undefined;
      const challenge = response.headers.get("www-authenticate");
      const claims = /claims="([^"]+)"/.exec(challenge ?? "")?.[1];
      try {
        const fresh =
          current ?? (await untilAborted(request, refresh(request, claims && atob(claims))));
        if (fresh.token === token) return response;
        request.headers.set("authorization", `Bearer ${fresh.token}`);
      } catch (error) {
        if (request.abortSignal?.aborted) throw error;
        // The 401 says more than why no other token could be had.
        return response;
      }
      return next(request);
    },
  };
}

/** A stream can be sent once; what opens one, or is there as a whole, again. */
function isSpent(body: unknown): boolean {
  return typeof body === "object" && body !== null && ("pipe" in body || "getReader" in body);
}

/** Stops waiting when the caller does; what is waited for goes on, for others who need it. */
function untilAborted<T>({ abortSignal }: PipelineRequest, result: Promise<T>): Promise<T> {
  if (!abortSignal) return result;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(Object.assign(new Error("The operation was aborted."), { name: "AbortError" }));
    };
    if (abortSignal.aborted) stop();
    abortSignal.addEventListener("abort", stop);
    result.then(resolve, reject).finally(() => abortSignal.removeEventListener("abort", stop));
  });
}

/** A secret goes to the origin that it is for, and nowhere else. */
export function checkOrigin(url: string, origin: string): void {
  if (!url.startsWith(origin) || !/^($|[/?#])/.test(url.slice(origin.length, origin.length + 1))) {
    throw new Error(`Refused to send a credential to ${new URL(url).origin}, it is for ${origin}`);
  }
}
