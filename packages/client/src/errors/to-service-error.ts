import { isRestError } from "@azure/core-rest-pipeline";
import { removeCredentials } from "../credentials.ts";
import { retryAfterInMs } from "../retry/retry-after.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { codeOfStatus, parseError, sendError } from "./codes.ts";
import { readErrorBody } from "./error-body.ts";
import { reasonOfFailure, reasonOfResponse } from "./reasons.ts";

/**
 * Converts an error of an operation: failures of HTTP become a {@link ChatServiceError}. Other errors are returned
 * unchanged, because they come from the application: from an aborted signal, its credential or its policies.
 *
 * @param operation - The method's name. The message begins with it.
 */
export function toServiceError(error: unknown, operation: string): unknown {
  if (error instanceof ChatServiceError || !isRestError(error)) return error;
  const { response, request } = error;
  const token = request?.headers.get("authorization")?.slice("Bearer ".length);
  // Applications log errors, so the token is removed from the requests and from a body in which a proxy repeats it.
  removeCredentials(request);
  removeCredentials(response?.request);
  if (token && response?.bodyAsText) {
    response.bodyAsText = response.bodyAsText.replaceAll(token, "[token]");
  }
  const failed = response !== undefined && response.status >= 400;
  const { message, ...inBody } = failed ? readErrorBody(response.bodyAsText) : {};
  const code =
    inBody.code ??
    (failed ? codeOfStatus(response.status) : (error.code ?? (response ? parseError : sendError)));
  const reason = failed
    ? reasonOfResponse(response.status, message)
    : reasonOfFailure(code, error.message);
  const problem = failed ? `${response.status} ${code}${reason && `: ${reason}`}` : reason;
  return new ChatServiceError(`${operation} failed: ${problem}`, {
    ...inBody,
    code,
    statusCode: response?.status,
    // The service's id of the request.
    requestId: response?.headers.get("ms-cv"),
    retryAfterInMs: response && retryAfterInMs(response, Date.now),
    request,
    response,
    cause: failed ? undefined : (error.cause ?? error),
  });
}
