/** How long and how often to try again. */
export interface BackoffOptions {
  retryDelayInMs: number;
  maxRetryDelayInMs: number;
}

/**
 * The pause before retry number `retry` (1, 2, …) in milliseconds: doubled each time, bounded, and
 * half of it random, so that clients which failed together do not come back together.
 */
export function backoffDelay(retry: number, options: BackoffOptions, random: () => number): number {
  const full = Math.min(options.retryDelayInMs * 2 ** (retry - 1), options.maxRetryDelayInMs);
  return full / 2 + (random() * full) / 2;
}
