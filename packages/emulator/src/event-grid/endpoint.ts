/** The timeout of a request to an endpoint. */
const TIMEOUT_MILLISECONDS = 30_000;

/** The response of an endpoint, or the reason why there is none. */
export type Outcome =
  | { readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly problem: string };

/** Sends a request to an endpoint. Redirects are not followed and count as failures. */
export async function callEndpoint(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
  closed: AbortSignal,
): Promise<Outcome> {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  try {
    const signal = AbortSignal.any([timeout, closed]);
    const response = await fetch(url, { ...init, redirect: "manual", signal });
    const { status, headers } = response;
    return { status, headers, body: await response.text() };
  } catch (error) {
    if (timeout.aborted) return { problem: "no response within 30 seconds" };
    return { problem: reasonOf(error) };
  }
}

/** Returns why a request failed: the code of the cause, because fetch's own message is not specific. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) {
    const { code } = cause as NodeJS.ErrnoException;
    return code ?? cause.message;
  }
  return error.message;
}

/** Returns an endpoint for display. Values in the query are removed, because they are often secrets. */
export function shownEndpoint(endpoint: string): string {
  const { origin, pathname, search } = new URL(endpoint);
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}
