import {
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  RestError,
} from "@azure/core-rest-pipeline";
import { abortError, type AbortSignalLike, isAbortError } from "./abort.ts";
import { sendError, timeoutError } from "./errors/codes.ts";

/**
 * Makes the failures of the HTTP client comparable. This policy runs directly before the HTTP client, which reports a
 * timeout like an abort. An application's own HTTP client can throw any value.
 */
export const transportPolicy: PipelinePolicy = {
  name: "chatTransportPolicy",
  async sendRequest(request, next) {
    // The signal may have been aborted while the credential fetched a token.
    if (request.abortSignal?.aborted) throw abortError();
    try {
      return await next(request);
    } catch (error) {
      throw transportFailure(error, request, request);
    }
  },
};

/**
 * Returns the error to throw for a value that was thrown during a request. The value can be anything, even `null`.
 *
 * @param request - The request that the error contains; absent if it is unknown.
 */
export function transportFailure(
  error: unknown,
  {
    abortSignal,
    timeout,
  }: { abortSignal?: AbortSignalLike | undefined; timeout?: number | undefined },
  request?: PipelineRequest,
): unknown {
  if (isRestError(error) || abortSignal?.aborted) return error;
  let { code, message = String(error) } = Object(error) as { code?: unknown; message?: string };
  if (isAbortError(error)) {
    if (!timeout) return error;
    code = timeoutError;
    message = `no response within ${timeout} ms`;
  }
  const failure = new RestError(message, {
    code: typeof code === "string" ? code : sendError,
    request: request!,
  });
  failure.cause = error;
  return failure;
}
