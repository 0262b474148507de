/** The clock and timers of a store. */
export interface StoreClock {
  /** Returns the current time in epoch milliseconds. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Timers that can be cleared together. */
export interface Timers {
  readonly now: () => number;
  /** Calls `run` once after a delay. Returns a function that cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  clear(): void;
}

export function createTimers(clock: StoreClock): Timers {
  const pending = new Set<() => void>();
  let cleared = false;
  return {
    now: () => clock.now(),
    after(milliseconds, run) {
      if (cleared) return () => {};
      const cancel = (): void => {
        clock.clearTimeout(timer);
        pending.delete(cancel);
      };
      const timer = clock.setTimeout(() => {
        pending.delete(cancel);
        run();
      }, milliseconds);
      pending.add(cancel);
      return cancel;
    },
    clear() {
      cleared = true;
      for (const cancel of pending) cancel();
    },
  };
}

/** Retries something with increasing delays until it succeeds. */
export interface Backoff {
  schedule(): void;
  /** Cancels a retry, and starts the next one with the shortest delay. */
  reset(): void;
}

const firstDelayInMs = 2000;
const longestDelayInMs = 60_000;

export function createBackoff(timers: Timers, run: () => void): Backoff {
  let delay = firstDelayInMs;
  let cancel: (() => void) | undefined;
  return {
    schedule() {
      if (cancel) return;
      cancel = timers.after(delay, () => {
        cancel = undefined;
        run();
      });
      delay = Math.min(delay * 2, longestDelayInMs);
    },
    reset() {
      cancel?.();
      cancel = undefined;
      delay = firstDelayInMs;
    },
  };
}
