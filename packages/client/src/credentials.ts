import type { PipelineRequest } from "@azure/core-rest-pipeline";

/**
 * Removes the token from a request. An error contains its request, and the application may log both. The next attempt
 * gets its own token.
 */
export function removeCredentials(request: PipelineRequest | undefined): void {
  request?.headers.delete("authorization");
}
