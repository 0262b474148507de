import { AbortError } from "@azure/abort-controller";
import type { PipelineRequest } from "@azure/core-rest-pipeline";

/** An `AbortSignal`, or another object with the members that this package uses. */
export type AbortSignalLike = NonNullable<PipelineRequest["abortSignal"]>;

/** Returns the error of an aborted operation. Its name, `AbortError`, is the same in all Azure packages. */
export function abortError(): Error {
  return new AbortError("The operation was aborted.");
}

/** Returns whether a caught value is the error of an aborted operation. */
export function isAbortError(error: unknown): boolean {
  return Object(error).name === "AbortError";
}

/**
 * Waits for a result, or rejects with an `AbortError` as soon as the signal is aborted. The operation behind the result
 * receives the same signal, but can end later.
 */
export function untilAborted<T>(result: Promise<T>, signal?: AbortSignalLike): Promise<T> {
  if (!signal) return result;
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortError());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Waits for a result, or rejects with an `AbortError` after the timeout. `0` or `undefined` means no timeout. */
export function untilTimeout<T>(result: Promise<T>, timeoutInMs?: number): Promise<T> {
  if (!timeoutInMs) return result;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(abortError()), timeoutInMs);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
