import type { RealtimeEnvironment } from "./environment.ts";
import { firstRetryDelay, maxRetryDelay, stableConnectionTime } from "./timings.ts";

/** Decides how long to wait before the next connection. */
export interface ReconnectSchedule {
  /** The number of failures in a row. A connection that did not last counts as a failure. */
  readonly failures: number;
  /** A connection was made. */
  connected(): void;
  /** A connection ended, or is to be replaced. */
  disconnected(): void;
  /** An attempt to connect failed. */
  failed(): void;
  /** Milliseconds to wait: twice as long with each failure, up to 30 seconds. */
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
