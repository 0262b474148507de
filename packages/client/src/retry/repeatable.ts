import type { PipelineRequest } from "@azure/core-rest-pipeline";

/**
 * Returns whether a request can be retried although the service may have processed an earlier attempt. This is true if
 * the repetition does not change the thread: for reads, for PATCH, PUT and DELETE, which set a state, for the creation
 * of a thread with its idempotency token, for the removal of a participant and for read receipts. A repeated deletion
 * or removal can fail because the object no longer exists.
 *
 * Sending a message is not repeatable: a retry would add a second message.
 */
export function isRepeatable(
  request: Pick<PipelineRequest, "method" | "url" | "headers">,
): boolean {
  if (request.method !== "POST") return true;
  return (
    request.headers.has("repeatability-request-id") ||
    /\/(readReceipts|:remove)(\?|$)/.test(request.url)
  );
}

/** The codes of failures to connect. Only these prove that no byte of the request was sent. */
const neverConnected = new Set<unknown>([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Returns whether a failure without a response proves that the service did not receive the request. */
export function wasNeverSent(error: unknown): boolean {
  for (let depth = 0; depth < 3 && error instanceof Error; depth += 1, error = error.cause) {
    if (neverConnected.has((error as { code?: unknown }).code)) return true;
  }
  return false;
}
