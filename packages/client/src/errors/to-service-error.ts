import { isRestError, type PipelineResponse } from "@azure/core-rest-pipeline";
import { retryAfterInMs } from "../retry/retry-after.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { clientCodes, codeOfStatus } from "./codes.ts";
import { readErrorBody } from "./error-body.ts";

/**
 * What to throw for something that an operation's requests threw: failures of HTTP become a
 * {@link ChatServiceError}; everything else is the application's own (an aborted signal, its credential,
 * its policies) and stays as it is.
 *
 * @param operation - the method's name, for messages of our own
 */
export function toServiceError(error: unknown, operation: string, now: () => number): unknown {
  if (error instanceof ChatServiceError || !isRestError(error)) return error;
  const { response, request, message } = error;
  const token = request?.headers.get("authorization")?.slice("Bearer ".length);
  // Errors get logged: the token must not be in them, nor in what a proxy echoes.
  for (const sent of [request, response?.request]) sent?.headers.delete("authorization");
  if (token && response?.bodyAsText) {
    response.bodyAsText = response.bodyAsText.replaceAll(token, "[token]");
  }
  const common = {
    statusCode: response?.status,
    requestId: response && requestIdOf(response),
    request,
    response,
  };
  if (!response || response.status < 400) {
    const code = error.code ?? clientCodes.sendError;
    return new ChatServiceError(`${operation} failed: ${message}`, {
      ...common,
      code,
      cause: error.cause ?? error,
    });
  }
  const told = readErrorBody(response.bodyAsText);
  const code = told.code ?? codeOfStatus(response.status);
  const otherwise = `${operation} failed: the service answered ${response.status} (${code}) without a message.`;
  const { message: said = otherwise, ...more } = told;
  return new ChatServiceError(said, {
    ...common,
    ...more,
    code,
    retryAfterInMs: retryAfterInMs(response, now),
  });
}

/** The service's id of a request. */
function requestIdOf({ headers }: Pick<PipelineResponse, "headers">): string | undefined {
  return headers.get("ms-cv") ?? headers.get("x-ms-request-id");
}
