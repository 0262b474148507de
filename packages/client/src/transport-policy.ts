import { isRestError, type PipelinePolicy, RestError } from "@azure/core-rest-pipeline";
import { abortError, isAbortError } from "./abort.ts";
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
      if (isRestError(error) || request.abortSignal?.aborted) throw error;
      // Whatever was thrown, even if it is null.
      let { code, message = String(error) } = Object(error) as { code?: unknown; message?: string };
      if (isAbortError(error)) {
        if (!request.timeout) throw error;
        code = timeoutError;
        message = `no answer within ${request.timeout} ms`;
      }
      const failure = new RestError(message, {
        code: typeof code === "string" ? code : sendError,
        request,
      });
      failure.cause = error;
      throw failure;
    }
  },
};
