/** Something that is to go wrong for coming requests. */
export interface Fault {
  /** Operations it is for, by name (`sendChatMessage`); all if absent. */
  readonly operations?: readonly string[];
  /** For how many requests. Default 1. */
  readonly times?: number;
  /** Requests to let pass first. Default 0. */
  readonly skip?: number;
  /** Milliseconds of real time to wait before anything else. Default 0. */
  readonly delayMilliseconds?: number;
  /**
   * What happens:
   * - `status`: the request is answered with `status` and changes nothing;
   * - `drop`: the connection is cut before the request changes anything;
   * - `commitThenDrop`: the request is carried out, then the connection is cut;
   * - `commitThenStatus`: the request is carried out, then answered with `status`.
   *
   * Absent: the request is only delayed.
   */
  readonly action?: "status" | "drop" | "commitThenDrop" | "commitThenStatus";
  /** Status to answer with. Default 503. */
  readonly status?: number;
  /** Value of a Retry-After header, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** Faults that wait for their requests. */
export interface Faults {
  add(fault: Fault): void;
  /** The first fault for the operation; counts it down. */
  take(operation: string): Fault | undefined;
  /** Faults that still wait, with what is left of them. */
  list(): readonly Fault[];
  clear(): void;
  /** Hears that the list has changed: a fault was added, counted down, or taken away. */
  subscribe(listener: () => void): () => void;
}

interface WaitingFault {
  readonly fault: Fault;
  times: number;
  skip: number;
}

const remaining = ({ fault, times, skip }: WaitingFault): Fault => ({ ...fault, times, skip });

/** An empty list of faults. */
export function createFaults(): Faults {
  let waiting: WaitingFault[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    add(fault) {
      waiting.push({ fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
      tell();
    },
    take(operation) {
      let taken: Fault | undefined;
      let counted = false;
      for (const one of waiting) {
        const { operations } = one.fault;
        if (operations !== undefined && !operations.includes(operation)) continue;
        counted = true;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        one.times -= 1;
        if (one.times <= 0) waiting = waiting.filter((other) => other !== one);
        taken = one.fault;
        break;
      }
      if (counted) tell();
      return taken;
    },
    list: () => waiting.map(remaining),
    clear() {
      waiting = [];
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
