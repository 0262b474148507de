/** A task that never runs concurrently with itself. */
export interface SingleFlight {
  /** Runs the task, or joins the current run. */
  run(): Promise<void>;
  /** Runs the task once more after the current run, which may have read outdated data. */
  again(): void;
  readonly running: boolean;
}

export function createSingleFlight(task: () => Promise<void>): SingleFlight {
  let flight: Promise<void> | undefined;
  let repeat = false;
  const fly = async (): Promise<void> => {
    try {
      do {
        repeat = false;
        await task();
      } while (repeat);
    } finally {
      flight = undefined;
    }
  };
  return {
    run: () => (flight ??= fly()),
    again() {
      repeat = flight !== undefined;
    },
    get running() {
      return flight !== undefined;
    },
  };
}
