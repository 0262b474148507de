import { isRestError, type PipelinePolicy, RestError } from "@azure/core-rest-pipeline";
import { isAbortError } from "./abort.ts";
import { sendError, timeoutError } from "./errors/codes.ts";

/**
 * Stands directly before the HTTP client and makes its failures comparable: a timeout looks like an
 * abort there, and a client of the application's own may throw anything.
 */
export const transportPolicy: PipelinePolicy = {
  name: "chatTransportPolicy",
  async sendRequest(request, next) {
    try {
      return await next(request);
    } catch (error) {
      if (isRestError(error)) throw error;
      const timedOut = isAbortError(error) && request.timeout > 0;
      if (request.abortSignal?.aborted || (isAbortError(error) && !timedOut)) throw error;
      const failure = timedOut
        ? new RestError(`no answer within ${request.timeout} ms`, {
            code: timeoutError,
            request,
          })
        : new RestError(error instanceof Error ? error.message : String(error), {
            code: codeOf(error),
            request,
          });
      failure.cause = error;
      throw failure;
    }
  },
};

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : sendError;
}
