import type { AbortSignalLike } from "./options.ts";

/** The error of an operation that its caller ended; all Azure packages name it so. */
export function abortError(): Error {
  const error = new Error("The operation was aborted by its abortSignal.");
  error.name = "AbortError";
  return error;
}

/** Whether something caught is the error of an aborted operation. */
export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** A pause that the signal ends at once. */
export function pause(milliseconds: number, signal?: AbortSignalLike): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError());
    const onAbort = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      reject(abortError());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", onAbort);
  });
}
