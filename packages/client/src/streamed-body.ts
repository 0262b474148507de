import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { untilTimeout } from "./abort.ts";
import { transportFailure } from "./transport-policy.ts";

/**
 * Waits for the end of a streamed body, within the timeout of the call: the pipeline's own timeout ends where the
 * body begins.
 */
export async function readWhole<T>(body: Promise<T>, options: RestOptions): Promise<T> {
  const timeout = options.requestOptions?.timeout;
  try {
    return await untilTimeout(body, timeout);
  } catch (error) {
    throw transportFailure(error, { abortSignal: options.abortSignal, timeout });
  }
}
