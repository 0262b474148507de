import type { RealtimeEnvironment } from "../../../src/realtime/trouter/environment.ts";

/** A clock with timers that moves only when a test advances it. */
export interface ManualTime extends Pick<RealtimeEnvironment, "now" | "after"> {
  /** Advances the clock, and runs the timers that become due. */
  advance(milliseconds: number): Promise<void>;
  /** The number of pending timers. */
  readonly pending: number;
}

/** Creates a clock that starts at the given epoch milliseconds. */
export function createManualTime(start = 1_700_000_000_000): ManualTime {
  let now = start;
  let lastId = 0;
  const timers = new Map<number, { at: number; work: () => void }>();
  return {
    now: () => now,
    after(milliseconds, work) {
      const id = ++lastId;
      timers.set(id, { at: now + milliseconds, work });
      return () => void timers.delete(id);
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        await settle();
        const due = [...timers].filter(([, { at }]) => at <= until);
        const [next] = due.toSorted(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].work();
      }
      now = until;
      await settle();
    },
    get pending() {
      return timers.size;
    },
  };
}

/** Waits until all pending promises and immediates have run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
}
