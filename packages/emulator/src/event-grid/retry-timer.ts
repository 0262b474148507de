import type { EmulatorClock } from "../engine/clock.ts";
import type { Subscriber } from "./subscriber.ts";

/** The longest delay of a timer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Starts the retries of all subscribers when they are due. */
interface RetryTimer {
  /** Starts the retries that are due, and waits for the next one. */
  wake(): void;
  stop(): void;
}

export function createRetryTimer(
  subscribers: ReadonlyMap<string, Subscriber>,
  clock: EmulatorClock,
): RetryTimer {
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    clearTimeout(timer);
    for (const { queue } of subscribers.values()) queue.retry(false);
    const next = Math.min(...Array.from(subscribers.values(), ({ queue }) => queue.nextRetryOn));
    if (next === Infinity || clock.frozen) return;
    timer = setTimeout(wake, Math.min(Math.max(next - clock.now(), 0), LONGEST_TIMER)).unref();
  };
  return { wake, stop: () => clearTimeout(timer) };
}
