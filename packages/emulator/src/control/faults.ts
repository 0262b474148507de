import { badRequest } from "../engine/errors.ts";
import { callListeners } from "../listeners.ts";
import { OPERATIONS, type OperationName } from "../spec/operations.ts";
import {
  type Check,
  MOST_TIMER_MILLISECONDS,
  callback,
  oneOf,
  readObject,
  readValue,
  whole,
} from "./check.ts";

const ACTIONS = ["status", "drop", "commitThenDrop", "commitThenStatus", "shortPage"] as const;

/** The effect of a fault on a request. */
export type FaultAction = (typeof ACTIONS)[number];

/** A fault to inject into future requests. */
export interface Fault {
  /** The operations to fail, by name (`sendChatMessage`). Default: all; for a short page, all lists. */
  readonly operations?: readonly OperationName[];
  /** The number of requests to affect. Default 1. */
  readonly times?: number;
  /** The number of requests to let pass first. Default 0. */
  readonly skip?: number;
  /** A delay before the request is processed, in milliseconds of real time. Default 0. */
  readonly delayMilliseconds?: number;
  /**
   * The effect:
   * - `status`: the emulator responds with `status` and changes nothing;
   * - `drop`: the connection is cut before the request changes anything;
   * - `commitThenDrop`: the request is processed, then the connection is cut;
   * - `commitThenStatus`: the request is processed, then the emulator responds with `status`;
   * - `shortPage`: a list returns a page of at most `items` items, and a link to the next page even
   *   if that one is empty, as the service does with threads.
   *
   * Default: the request is only delayed.
   */
  readonly action?: FaultAction;
  /** The most items on a short page. Default 0: an empty page. */
  readonly items?: number;
  /** The status code of the response. Default 503. */
  readonly status?: number;
  /** The value of the response's Retry-After header, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** The faults that have not taken effect yet. */
export interface Faults {
  /**
   * Adds a fault.
   * @throws {@link ServiceError} 400 for invalid properties, and for a fault that could never take effect.
   */
  add(fault: Fault): void;
  /** Returns the first fault for the operation, and counts it down. */
  take(operation: string): Fault | undefined;
  /** Lists the remaining faults, with their remaining counts. */
  list(): readonly Fault[];
  clear(): void;
  /** Adds a listener for changes: a fault was added, counted down or removed. */
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

/** Validates a fault. Throws if it could never take effect. */
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
    throw badRequest("fault has no effect. Set action or delayMilliseconds.");
  }
  for (const [name, actions] of Object.entries(FOR_ACTIONS)) {
    const given = fault[name as keyof typeof FOR_ACTIONS] !== undefined;
    if (given && (action === undefined || !actions.includes(action))) {
      throw badRequest(`fault.${name} can only be used with the action ${actions.join(" or ")}.`);
    }
  }
  const misplaced = fault.operations?.filter((name) => action === "shortPage" && !isList(name));
  if (misplaced !== undefined && misplaced.length > 0) {
    throw badRequest(`fault.operations: ${misplaced.join(", ")} does not return pages.`);
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

/** Creates an empty list of faults. */
export function createFaults(): Faults {
  let waiting: WaitingFault[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => callListeners(listeners);
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
      listeners.add(readValue(listener, "listener", callback()));
      return () => void listeners.delete(listener);
    },
  };
}
