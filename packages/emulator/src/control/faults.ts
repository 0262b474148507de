import { badRequest } from "../engine/errors.ts";
import { OPERATIONS, type OperationName } from "../spec/operations.ts";
import { type Check, MOST_TIMER_MILLISECONDS, oneOf, readObject, whole } from "./check.ts";

const ACTIONS = ["status", "drop", "commitThenDrop", "commitThenStatus", "shortPage"] as const;

/** What happens to a request. */
export type FaultAction = (typeof ACTIONS)[number];

/** Something that is to go wrong for coming requests. */
export interface Fault {
  /** Operations it is for, by name (`sendChatMessage`); all if absent, all lists for a short page. */
  readonly operations?: readonly OperationName[];
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
   * - `commitThenStatus`: the request is carried out, then answered with `status`;
   * - `shortPage`: a list answers with a page of `items` items at most, and a link to the next page
   *   though there may be none, as the service does with threads.
   *
   * Absent: the request is only delayed.
   */
  readonly action?: FaultAction;
  /** Most items on a short page. Default 0: an empty page. */
  readonly items?: number;
  /** Status to answer with. Default 503. */
  readonly status?: number;
  /** Value of a Retry-After header, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** Faults that wait for their requests. */
export interface Faults {
  /**
   * Adds a fault.
   * @throws {@link ServiceError} 400 for what no fault has, and for a fault that could never strike.
   */
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

const operations: Check<OperationName[]> = {
  must: `a list of operations, at least one: ${OPERATIONS.join(", ")}`,
  read(value, name) {
    const { read } = oneOf(OPERATIONS);
    const names = Array.isArray(value) ? value.map((one) => read(one, name)) : [];
    return names.length > 0 && names.every((one) => one !== undefined) ? names : undefined;
  },
};
const most = 1_000_000;

/** Reads a fault, and says what it lacks to ever strike. */
function checkFault(value: unknown): Fault {
  const fault = readObject<Fault>(value, "fault", {
    operations,
    times: whole(1, most),
    skip: whole(0, most),
    delayMilliseconds: whole(0, MOST_TIMER_MILLISECONDS),
    action: oneOf(ACTIONS),
    items: whole(0, most),
    status: whole(200, 599),
    retryAfterSeconds: whole(0, most),
  });
  const { action } = fault;
  if (action === undefined && !fault.delayMilliseconds) {
    throw badRequest("fault does nothing: give it an action, or delayMilliseconds.");
  }
  for (const [name, actions] of Object.entries(FOR_ACTIONS)) {
    const given = fault[name as keyof typeof FOR_ACTIONS] !== undefined;
    if (given && (action === undefined || !actions.includes(action))) {
      throw badRequest(`fault.${name} is for the action ${actions.join(" or ")} only.`);
    }
  }
  const misplaced = fault.operations?.filter((name) => action === "shortPage" && !isList(name));
  if (misplaced !== undefined && misplaced.length > 0) {
    throw badRequest(`fault.operations: ${misplaced.join(", ")} gives no pages.`);
  }
  return fault;
}

const ANSWERS: readonly FaultAction[] = ["status", "commitThenStatus"];
const FOR_ACTIONS: Readonly<
  Record<"status" | "retryAfterSeconds" | "items", readonly FaultAction[]>
> = { status: ANSWERS, retryAfterSeconds: ANSWERS, items: ["shortPage"] };

const isList = (operation: string): boolean => operation.startsWith("list");

const isFor = ({ operations: names, action }: Fault, operation: string): boolean =>
  names?.some((name) => name === operation) ?? (action !== "shortPage" || isList(operation));

/** An empty list of faults. */
export function createFaults(): Faults {
  let waiting: WaitingFault[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    add(wish) {
      const fault = checkFault(wish);
      waiting.push({ fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
      tell();
    },
    take(operation) {
      let taken: Fault | undefined;
      let counted = false;
      for (const one of waiting) {
        if (!isFor(one.fault, operation)) continue;
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
