import { isRestError } from "@azure/core-rest-pipeline";
import { removeCredentials } from "../credentials.ts";
import { retryAfterInMs } from "../retry/retry-after.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { codeOfStatus, parseError, sendError } from "./codes.ts";
import { readErrorBody } from "./error-body.ts";

/**
 * What to throw for something that an operation's requests threw: failures of HTTP become a
 * {@link ChatServiceError}; everything else is the application's own (an aborted signal, its credential,
 * its policies) and stays as it is.
 *
 * @param operation - the method's name, for messages of our own
 */
export function toServiceError(error: unknown, operation: string): unknown {
  if (error instanceof ChatServiceError || !isRestError(error)) return error;
  const { response, request } = error;
  const token = request?.headers.get("authorization")?.slice("Bearer ".length);
  // Errors get logged: the token must not be in them, nor in what a proxy echoes.
  removeCredentials(request);
  removeCredentials(response?.request);
  if (token && response?.bodyAsText) {
    response.bodyAsText = response.bodyAsText.replaceAll(token, "[token]");
  }
  const failed = response !== undefined && response.status >= 400;
  const told = failed ? readErrorBody(response.bodyAsText) : {};
  const code =
    told.code ??
    (failed ? codeOfStatus(response.status) : (error.code ?? (response ? parseError : sendError)));
  const problem = failed ? `${response.status} ${code}` : error.message;
  return new ChatServiceError(told.message ?? `${operation} failed: ${problem}`, {
    ...told,
    code,
    statusCode: response?.status,
    // The service's id of a request.
    requestId: response?.headers.get("ms-cv"),
    retryAfterInMs: response && retryAfterInMs(response, Date.now),
    request,
    response,
    cause: failed ? undefined : (error.cause ?? error),
  });
}
