/** Time as the store sees it. */
export interface StoreClock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Timers that can all be cleared at once. */
export interface Timers {
  readonly now: () => number;
  /** Runs `run` later, once. Returns the function that prevents it. */
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

/** Runs something again after a failure: later each time, until it succeeds. */
export interface Backoff {
  schedule(): void;
  /** It succeeded, or is done anyway: the next failure begins with the shortest delay. */
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
