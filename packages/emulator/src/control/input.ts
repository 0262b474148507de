import type { UserOptions } from "../emulator/emulator.ts";
import { badRequest } from "../engine/errors.ts";
import { isRecord } from "../spec/shape.ts";
import { parseDateTime } from "../spec/values.ts";
import type { Fault } from "./faults.ts";
import type { RequestLogFilter } from "./request-log.ts";

type Check<T> = (value: unknown) => T | undefined;

const text: Check<string> = (value) => (typeof value === "string" ? value : undefined);
const truth: Check<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
const count: Check<number> = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
const texts: Check<string[]> = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
/** RFC 3339, or epoch milliseconds; no further away than a Date can say. */
const time: Check<number> = (value) => {
  const at = typeof value === "string" ? parseDateTime(value) : count(value);
  return at !== undefined && at < LAST_TIME ? at : undefined;
};
const LAST_TIME = Date.UTC(9999, 0);
const milliseconds: Check<number> = (value) => {
  const length = count(value);
  return length !== undefined && length <= MOST_MILLISECONDS ? length : undefined;
};
/** A hundred years. */
const MOST_MILLISECONDS = 100 * 366 * 24 * 60 * 60 * 1000;
const status: Check<number> = (value) => {
  const code = count(value);
  return code !== undefined && code >= 200 && code <= 599 ? code : undefined;
};
const action: Check<NonNullable<Fault["action"]>> = (value) =>
  ACTIONS.find((known) => known === value);
const ACTIONS = ["status", "drop", "commitThenDrop", "commitThenStatus"] as const;

/** Reads an object whose properties are all known and right. */
function read<T extends object>(
  value: unknown,
  what: string,
  checks: { readonly [K in keyof T]-?: Check<T[K]> },
): T {
  if (!isRecord(value)) throw badRequest(`${what} must be an object.`);
  const known = Object.keys(checks);
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const check = known.includes(name) ? checks[name as keyof T] : undefined;
    if (check === undefined) {
      throw badRequest(`${what} has an unknown property ${name}; use ${known.join(", ")}.`);
    }
    result[name] = check(part);
    if (result[name] === undefined) throw badRequest(`${what}.${name} is not valid.`);
  }
  return result as T;
}

/** Reads a fault. */
export function checkFault(value: unknown): Fault {
  return read<Fault>(value, "fault", {
    operations: texts,
    times: count,
    skip: count,
    delayMilliseconds: count,
    action,
    status,
    retryAfterSeconds: count,
  });
}

/** What is to happen to the clock. */
export interface ClockWish {
  /** Back to the machine's time, before anything else. */
  readonly reset?: boolean;
  /** The time to set, epoch milliseconds. */
  readonly set?: number;
  readonly freeze?: boolean;
  /** Milliseconds to go forward. */
  readonly advance?: number;
}

/** Reads what is to happen to the clock. */
export function checkClockWish(value: unknown): ClockWish {
  return read<ClockWish>(value, "clock", {
    reset: truth,
    set: time,
    freeze: truth,
    advance: milliseconds,
  });
}

/** Reads whether rate limits are to be kept to. */
export function checkRateLimitWish(value: unknown): { readonly enforced?: boolean } {
  return read<{ readonly enforced?: boolean }>(value, "rateLimits", { enforced: truth });
}

/** Reads which user to make. */
export function checkUserWish(value: unknown): UserOptions {
  return read<UserOptions>(value, "user", {
    id: text,
    name: text,
    scopes: texts,
    expiresInMinutes: count,
  });
}

const digits: Check<number> = (value) =>
  typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : undefined;

/** Reads a filter of the request log from a query. */
export function toLogFilter(query: Readonly<Record<string, string>>): RequestLogFilter {
  return read<RequestLogFilter>(query, "query", {
    after: digits,
    operation: text,
    method: text,
    userId: text,
    status: digits,
    text,
    limit: digits,
  });
}
