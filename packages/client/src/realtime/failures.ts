import { reasonOf } from "./reason.ts";
import type { RealtimeError, RealtimeErrorCode } from "./realtime-error.ts";

/** The error class, passed by the entry file. */
interface ErrorClass {
  readonly RealtimeError: typeof RealtimeError;
}

/** Creates the error of a start that a stop interrupts. */
export const stoppedError = (given: ErrorClass): RealtimeError =>
  new given.RealtimeError("Stopped", "Real-time notifications were stopped.");

/**
 * Converts a failure of any kind to a {@link RealtimeError} whose message ends with the innermost
 * reason. A `RealtimeError` is returned unchanged.
 */
export function toRealtimeError(
  given: ErrorClass,
  cause: unknown,
  code: RealtimeErrorCode,
  operation?: string,
  secrets?: readonly string[],
): RealtimeError {
  if (cause instanceof given.RealtimeError) return cause;
  const reason = reasonOf(cause, secrets);
  return new given.RealtimeError(code, operation ? `${operation}: ${reason}` : reason, { cause });
}
