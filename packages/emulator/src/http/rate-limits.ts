import type { EmulatorClock } from "../engine/clock.ts";
import { tooManyRequests } from "../engine/errors.ts";
import { RATE_LIMITS, type RateLimit, type RateScope } from "../engine/limits.ts";
import { THROTTLE_TELLS_RETRY_AFTER } from "../engine/unverified.ts";

/** Counts requests against the rate limits. */
export interface RateLimiter {
  /** Whether the rate limits are enforced. */
  enforced: boolean;
  /**
   * Counts a request.
   * @throws {@link ServiceError} 429 if a limit is exceeded.
   */
  check(operation: string, userId: string, threadId: string | undefined): void;
  /** Forgets all requests. */
  reset(): void;
}

/** The number of scopes at which those without recent requests are forgotten. */
const MANY = 10_000;

/** When the requests of one scope were received, oldest first. */
type Arrivals = number[];

/**
 * Creates a limiter with the published rate limits, in sliding windows on the emulator's clock. Each
 * emulator counts separately. Refused requests count as well.
 */
export function createRateLimiter(clock: EmulatorClock, enforced: boolean): RateLimiter {
  const groupOf = new Map<string, { index: number; limits: readonly RateLimit[] }>();
  for (const [index, { operations, limits }] of RATE_LIMITS.entries()) {
    for (const operation of operations) groupOf.set(operation, { index, limits });
  }
  const arrivals = new Map<string, Arrivals>();
  let most = MANY;

  const check = (operation: string, userId: string, threadId = ""): void => {
    const group = groupOf.get(operation);
    if (group === undefined) return;
    const now = clock.now();
    const keys: Record<RateScope, string> = {
      user: userId,
      thread: threadId,
      userAndThread: `${userId} ${threadId}`,
      resource: "",
    };
    let wait = 0;
    let broken: RateLimit | undefined;
    for (const limit of group.limits) {
      const key = `${group.index} ${limit.scope} ${limit.seconds} ${keys[limit.scope]}`;
      const left = count(arrivals, key, now, limit);
      if (left > wait) [wait, broken] = [left, limit];
    }
    if (arrivals.size > most) {
      forgetOld(arrivals, now);
      most = Math.max(MANY, 2 * arrivals.size);
    }
    if (broken === undefined) return;
    const error = tooManyRequests(
      `More than ${broken.count} requests in ${broken.seconds} seconds.`,
      Math.max(1, Math.ceil(wait / 1000)),
    );
    throw THROTTLE_TELLS_RETRY_AFTER ? error : withoutHeaders(error);
  };
  return { enforced, check, reset: () => arrivals.clear() };
}

/** Counts a request. Returns the milliseconds to wait if a limit is exceeded, else 0. */
function count(all: Map<string, Arrivals>, key: string, now: number, limit: RateLimit): number {
  const arrivals = all.get(key) ?? [];
  all.set(key, arrivals);
  const start = now - limit.seconds * 1000;
  while (arrivals.length > 0 && arrivals[0]! <= start) arrivals.shift();
  // If the clock was set back, requests after `now` no longer count.
  while (arrivals.length > 0 && arrivals.at(-1)! > now) arrivals.pop();
  arrivals.push(now);
  if (arrivals.length <= limit.count) return 0;
  // The latest `count` requests are enough to know when the next one is possible.
  return arrivals.shift()! - start;
}

function forgetOld(all: Map<string, Arrivals>, now: number): void {
  for (const [key, times] of all) {
    if ((times.at(-1) ?? 0) < now - 60_000) all.delete(key);
  }
}

function withoutHeaders<T extends { headers: Readonly<Record<string, string>> }>(error: T): T {
  return Object.assign(error, { headers: {} });
}
