import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { untilTimeout } from "./abort.ts";
import { transportFailure } from "./transport-policy.ts";

/**
 * Waits until a streamed body is read completely, at most as long as the timeout of a request. The timeout of the
 * pipeline ends when the body begins.
 */
export async function readWhole<T>(body: Promise<T>, options: RestOptions): Promise<T> {
  const timeout = options.requestOptions?.timeout;
  try {
    return await untilTimeout(body, timeout);
  } catch (error) {
    throw transportFailure(error, { abortSignal: options.abortSignal, timeout });
  }
}
