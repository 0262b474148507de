/** The emulator's clock: real time until somebody freezes, moves or sets it. */
export interface EmulatorClock {
  /** Now, in epoch milliseconds. */
  now(): number;
  /** Stops the clock at its present time, or at the given one. */
  freeze(at?: number): void;
  /** Moves the clock forward by so many milliseconds; it stays frozen if it was. */
  advance(milliseconds: number): void;
  /** Sets the time; the clock runs on from there, or stays frozen if it was. */
  set(at: number): void;
  /** Back to the time of the machine. */
  reset(): void;
  readonly frozen: boolean;
}

/** Makes a clock on a source of real time; tests give a source of their own. */
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
