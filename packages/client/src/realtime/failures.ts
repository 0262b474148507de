import type { ErrorClass } from "./environment.ts";
import type { RealtimeError, RealtimeErrorCode } from "./realtime-error.ts";

/** What a start is rejected with that a stop has overtaken. */
export const stopped = (given: ErrorClass): RealtimeError =>
  new given.RealtimeError("Stopped", "Stopped.");

/**
 * A failure of any kind as a {@link RealtimeError}. Whoever gives a message leaves out what a cause says
 * that may hold a token.
 */
export const toRealtimeError = (
  given: ErrorClass,
  cause: unknown,
  code: RealtimeErrorCode = "ConnectionLost",
  message = String(cause),
): RealtimeError =>
  cause instanceof given.RealtimeError ? cause : new given.RealtimeError(code, message, { cause });
