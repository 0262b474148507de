import type { RealtimeEnvironment } from "../../../src/realtime/trouter/environment.ts";

/** Time that passes only when a test says so. */
export interface ManualTime extends Pick<RealtimeEnvironment, "now" | "after"> {
  /** Lets time pass, and everything happen that is due in it. */
  advance(milliseconds: number): Promise<void>;
  /** Timers that are set. */
  readonly pending: number;
}

/** Makes a time that starts at the given epoch milliseconds. */
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

/** Lets everything happen that needs no time: promises, and work put off to the next turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
}
