import { AbortError } from "@azure/abort-controller";
import type { PipelineRequest } from "@azure/core-rest-pipeline";

/** An `AbortSignal`, or an object with the same members that this package uses. */
export type AbortSignalLike = NonNullable<PipelineRequest["abortSignal"]>;

/** The error of an operation that its caller ended; all Azure packages name it so. */
export function abortError(): Error {
  return new AbortError("The operation was aborted.");
}

/** Whether something caught is the error of an aborted operation. */
export function isAbortError(error: unknown): boolean {
  return Object(error).name === "AbortError";
}

/** Stops waiting when the signal says so; what is waited for is told by the same signal, and may take its time. */
export function untilAborted<T>(result: Promise<T>, signal?: AbortSignalLike): Promise<T> {
  if (!signal) return result;
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortError());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Rejects with an AbortError if the result takes longer than the timeout; 0 or undefined means no timeout. */
export function untilTimeout<T>(result: Promise<T>, timeoutInMs?: number): Promise<T> {
  if (!timeoutInMs) return result;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(abortError()), timeoutInMs);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
