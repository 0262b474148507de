import {
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  RestError,
} from "@azure/core-rest-pipeline";
import { abortError, type AbortSignalLike, isAbortError } from "./abort.ts";
import { sendError, timeoutError } from "./errors/codes.ts";

/**
 * Stands directly before the HTTP client and makes its failures comparable: a timeout looks like an
 * abort there, and a client of the application's own may throw anything.
 */
export const transportPolicy: PipelinePolicy = {
  name: "chatTransportPolicy",
  async sendRequest(request, next) {
    // While a token was waited for, say.
    if (request.abortSignal?.aborted) throw abortError();
    try {
      return await next(request);
    } catch (error) {
      throw transportFailure(error, request, request);
    }
  },
};

/**
 * What to throw for whatever was thrown while a request was under way, even if it is null.
 *
 * @param request - for the error to tell, where it is known
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
    message = `no answer within ${timeout} ms`;
  }
  const failure = new RestError(message, {
    code: typeof code === "string" ? code : sendError,
    request: request!,
  });
  failure.cause = error;
  return failure;
}
