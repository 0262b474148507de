import type { RealtimeEnvironment } from "./environment.ts";
import { firstRetryDelay, maxRetryDelay, stableConnectionTime } from "./timings.ts";

/** Determines the delay before the next connection. */
export interface ReconnectSchedule {
  /** The number of failures in a row. A connection that did not last counts as a failure. */
  readonly failures: number;
  /** Records that a connection was established. */
  connected(): void;
  /** Records that a connection ended or will be replaced. */
  disconnected(): void;
  /** Records that an attempt to connect failed. */
  failed(): void;
  /** Returns the delay in milliseconds. It doubles with each failure, up to 30 seconds. */
  delay(): number;
}

/** Creates a schedule without failures. */
export function createReconnectSchedule({
  now,
  jitter,
}: Pick<RealtimeEnvironment, "now" | "jitter">): ReconnectSchedule {
  let failures = 0;
  let connectedAt = 0;
  return {
    get failures() {
      return failures;
    },
    connected() {
      connectedAt = now();
    },
    disconnected() {
      failures = now() - connectedAt < stableConnectionTime ? failures + 1 : 0;
    },
    failed() {
      failures += 1;
    },
    delay: () => Math.min(firstRetryDelay * 2 ** failures, maxRetryDelay) * jitter(),
  };
}
