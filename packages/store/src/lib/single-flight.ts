/** A task that never runs twice at the same time. */
export interface SingleFlight {
  /** Runs the task, or joins the run that is under way. */
  run(): Promise<void>;
  /** What a run under way has read may be outdated: runs once more after it. */
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
