/** The service's clock, synchronized by its responses. */
export interface ServiceClock {
  /** The service's time in epoch milliseconds; this machine's time before the first synchronization. */
  now(): number;
  /** Converts a time of this machine. */
  fromLocal(milliseconds: number): number;
  /** Sets the clock by the `Date` header of a response. */
  synchronize(dateHeader: string | null): void;
}

/** Creates a clock that shows the time of this machine. */
export function createServiceClock(now: () => number): ServiceClock {
  let offset = 0;
  return {
    now: () => now() + offset,
    fromLocal: (milliseconds) => milliseconds + offset,
    synchronize(dateHeader) {
      const time = Date.parse(dateHeader ?? "");
      if (!Number.isNaN(time)) offset = time - now();
    },
  };
}
