import { RealtimeError } from "./realtime-error.ts";

/** What a start is rejected with that a stop has overtaken. */
export const stopped = (): RealtimeError =>
  new RealtimeError("Stopped", "Real-time notifications were stopped.");

/** A failure of any kind as a {@link RealtimeError}. */
export function toRealtimeError(cause: unknown): RealtimeError {
  return cause instanceof RealtimeError
    ? cause
    : new RealtimeError("ConnectionLost", "Real-time notifications failed.", { cause });
}
