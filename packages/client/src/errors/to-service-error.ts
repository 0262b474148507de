import { isRestError, type PipelineResponse, type RestError } from "@azure/core-rest-pipeline";
import { retryAfterInMs } from "../retry/retry-after.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { clientCodes, codeOfStatus } from "./codes.ts";
import { parseErrorBody } from "./error-body.ts";

/**
 * What to throw for something that an operation's requests threw: failures of HTTP become a
 * {@link ChatServiceError}; everything else is the application's own (an aborted signal, its credential,
 * its policies) and stays as it is.
 *
 * @param operation - the method's name, for messages of our own
 */
export function toServiceError(error: unknown, operation: string, now: () => number): unknown {
  if (error instanceof ChatServiceError || !isRestError(error)) return error;
  withoutToken(error);
  const response = error.response;
  return response && response.status >= 400
    ? fromAnswer(error, response, operation, now)
    : new ChatServiceError(`${operation} failed: ${error.message}`, {
        code: error.code ?? clientCodes.sendError,
        statusCode: response?.status,
        requestId: response && requestIdOf(response),
        request: error.request,
        response,
        cause: error.cause ?? error,
      });
}

function fromAnswer(
  error: RestError,
  response: PipelineResponse,
  operation: string,
  now: () => number,
): ChatServiceError {
  const body = parseErrorBody(response.bodyAsText);
  const code = body?.code ?? codeOfStatus(response.status);
  return new ChatServiceError(
    body?.message ??
      `${operation} failed: the service answered ${response.status} (${code}) without a message.`,
    {
      code,
      statusCode: response.status,
      target: body?.target,
      details: body?.details,
      innerError: body?.innerError,
      requestId: requestIdOf(response),
      retryAfterInMs: retryAfterInMs(response, now),
      request: error.request,
      response,
    },
  );
}

/** The service's id of a request. */
export function requestIdOf(response: Pick<PipelineResponse, "headers">): string | undefined {
  return response.headers.get("ms-cv") ?? response.headers.get("x-ms-request-id");
}

/** Errors get logged: the token must not be in them, nor in what a proxy echoes. */
function withoutToken(error: RestError): void {
  const request = error.request ?? error.response?.request;
  const token = request?.headers.get("authorization")?.replace(/^Bearer /i, "");
  request?.headers.delete("authorization");
  error.response?.request.headers.delete("authorization");
  const response = error.response;
  if (token && response?.bodyAsText?.includes(token)) {
    response.bodyAsText = response.bodyAsText.replaceAll(token, "[token]");
  }
}
