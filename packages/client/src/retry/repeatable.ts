import type { PipelineRequest } from "@azure/core-rest-pipeline";

/**
 * Whether a request may be sent again although an earlier attempt may have been carried out: reads,
 * changes that set a state (PATCH, PUT, DELETE), a create with its idempotency token, a removal and a
 * read receipt, whose second time changes nothing in the thread (a second deletion or removal may be told that
 * the thing is gone). A second send would be a second message; so it is no.
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

/** Failures of connecting: of these alone it is certain that no byte of the request was sent. */
const neverConnected = new Set<unknown>([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether a failure without an answer proves that the service got nothing. */
export function wasNeverSent(error: unknown): boolean {
  for (let depth = 0; depth < 3 && error instanceof Error; depth += 1, error = error.cause) {
    if (neverConnected.has((error as { code?: unknown }).code)) return true;
  }
  return false;
}
