/** The emulator's clock. It shows real time until it is frozen, advanced or set. */
export interface EmulatorClock {
  /** Returns the current time in epoch milliseconds. */
  now(): number;
  /** Stops the clock at the current time, or at the given one. */
  freeze(at?: number): void;
  /** Moves the clock forward. A frozen clock stays frozen. */
  advance(milliseconds: number): void;
  /** Sets the time. The clock continues from there; a frozen clock stays frozen. */
  set(at: number): void;
  /** Sets the clock back to real time. */
  reset(): void;
  readonly frozen: boolean;
}

/** Creates a clock on a source of real time, which tests can replace. */
export function createClock(real: () => number = Date.now): EmulatorClock {
  let offset = 0;
  let frozenAt: number | undefined;
  const now = (): number => frozenAt ?? real() + offset;
  return {
    now,
    freeze(at) {
      frozenAt = at ?? now();
    },
    advance(milliseconds) {
      if (frozenAt === undefined) offset += milliseconds;
      else frozenAt += milliseconds;
    },
    set(at) {
      if (frozenAt === undefined) offset = at - real();
      else frozenAt = at;
    },
    reset() {
      offset = 0;
      frozenAt = undefined;
    },
    get frozen() {
      return frozenAt !== undefined;
    },
  };
}
