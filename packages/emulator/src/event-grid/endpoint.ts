/** How long an endpoint may take to respond. */
const TIMEOUT_MILLISECONDS = 30_000;

/** What an endpoint responded, or why it did not. */
export type Outcome =
  | { readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly problem: string };

/** Sends a request to an endpoint. Redirects are not followed: they are no success. */
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

/** Why a request failed. The messages of fetch itself say nothing; the cause has a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) {
    const { code } = cause as NodeJS.ErrnoException;
    return code ?? cause.message;
  }
  return error.message;
}

/** An endpoint as it may be shown: values in the query are often secrets. */
export function shownEndpoint(endpoint: string): string {
  const { origin, pathname, search } = new URL(endpoint);
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}
