/** The delays of retries in milliseconds. */
export interface BackoffOptions {
  retryDelayInMs: number;
  maxRetryDelayInMs: number;
}

/**
 * Returns the delay before a retry in milliseconds. The delay doubles with each retry, up to `maxRetryDelayInMs`. Half
 * of it is random, so that clients that failed at the same time do not retry at the same time.
 *
 * @param retry - The number of the retry; 1 is the first.
 * @param random - Returns a number from 0 to 1, like `Math.random`.
 */
export function backoffDelay(retry: number, options: BackoffOptions, random: () => number): number {
  const full = Math.min(options.retryDelayInMs * 2 ** (retry - 1), options.maxRetryDelayInMs);
  return full / 2 + (random() * full) / 2;
}
