import { isRestError } from "@azure/core-rest-pipeline";
import { retryAfterInMs } from "../retry/retry-after.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { codeOfStatus, sendError } from "./codes.ts";
import { readErrorBody } from "./error-body.ts";

/**
 * What to throw for something that an operation's requests threw: failures of HTTP become a
 * {@link ChatServiceError}; everything else is the application's own (an aborted signal, its credential,
 * its policies) and stays as it is.
 *
 * @param operation - the method's name, for messages of our own
 */
export function toServiceError(
  error: unknown,
  operation: string,
  now: () => number = Date.now,
): unknown {
  if (error instanceof ChatServiceError || !isRestError(error)) return error;
  const { response, request } = error;
  const token = request?.headers.get("authorization")?.slice("Bearer ".length);
  // Errors get logged: the token must not be in them, nor in what a proxy echoes.
  for (const sent of [request, response?.request]) sent?.headers.delete("authorization");
  if (token && response?.bodyAsText) {
    response.bodyAsText = response.bodyAsText.replaceAll(token, "[token]");
  }
  const failed = response !== undefined && response.status >= 400;
  const told = failed ? readErrorBody(response.bodyAsText) : {};
  const code = told.code ?? (failed ? codeOfStatus(response.status) : (error.code ?? sendError));
  const problem = failed ? `${response.status} ${code}` : error.message;
  const headers = response?.headers;
  return new ChatServiceError(told.message ?? `${operation} failed: ${problem}`, {
    ...told,
    code,
    statusCode: response?.status,
    // The service's id of a request.
    requestId: headers?.get("ms-cv") ?? headers?.get("x-ms-request-id"),
    retryAfterInMs: response && retryAfterInMs(response, now),
    request,
    response,
    cause: failed ? undefined : (error.cause ?? error),
  });
}
