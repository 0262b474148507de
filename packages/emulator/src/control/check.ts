import { badRequest } from "../engine/errors.ts";
import { isRecord } from "../spec/shape.ts";
import { parseDateTime } from "../spec/values.ts";

/** A check of one property. */
export interface Check<T> {
  /** Completes the sentence "x must be …". */
  readonly must: string;
  /**
   * Returns the property's value, or undefined if it is invalid.
   * @param name - The property's name, for errors in its parts.
   */
  read(value: unknown, name: string): T | undefined;
}

/**
 * Reads an object in which all properties are known and valid. Undefined properties count as absent.
 * @param what - The object's name in the error.
 * @param required - Properties that must be present.
 * @throws {@link ServiceError} 400 that names the property and what it must be.
 */
export function readObject<T extends object>(
  value: unknown,
  what: string,
  checks: { readonly [K in keyof T]-?: Check<NonNullable<T[K]>> },
  required: readonly (keyof T & string)[] = [],
): T {
  if (!isRecord(value)) throw badRequest(`${what} must be an object.`);
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (!Object.hasOwn(checks, name)) {
      const known = Object.keys(checks).join(", ");
      throw badRequest(`${what} has an unknown property ${name}; use ${known}.`);
    }
    if (part === undefined) continue;
    result[name] = readValue(part, `${what}.${name}`, checks[name as keyof T]);
  }
  const missing = required.find((name) => result[name] === undefined);
  if (missing !== undefined) {
    throw badRequest(`${what}.${missing} is missing; it must be ${checks[missing].must}.`);
  }
  return result as T;
}

/**
 * Reads one value.
 * @param name - The value's name in the error.
 * @throws {@link ServiceError} 400 that names the value and what it must be.
 */
export function readValue<T>(value: unknown, name: string, check: Check<T>): T {
  const result = check.read(value, name);
  if (result === undefined) throw badRequest(`${name} must be ${check.must}.`);
  return result;
}

/** A string. */
export const text: Check<string> = {
  must: "a string",
  read: (value) => (typeof value === "string" ? value : undefined),
};

/** The path of a file or folder. An empty one, as from an unset variable, would be the current folder. */
export const path: Check<string> = {
  must: "a path that is not empty",
  read: (value) => (typeof value === "string" && value !== "" ? value : undefined),
};

/** A boolean. */
export const truth: Check<boolean> = {
  must: "true or false",
  read: (value) => (typeof value === "boolean" ? value : undefined),
};

/** A list of strings. */
export const texts: Check<string[]> = {
  must: "a list of strings",
  read: (value) =>
    Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined,
};

/** A list whose items are read by a function. */
export const listOf = <T>(read: (value: unknown, name: string) => T): Check<readonly T[]> => ({
  must: "a list",
  read: (value, name) =>
    Array.isArray(value) ? value.map((one, index) => read(one, `${name}[${index}]`)) : undefined,
});

/** A function. */
export const callback = <T extends (...parameters: never[]) => unknown>(): Check<T> => ({
  must: "a function",
  read: (value) => (typeof value === "function" ? (value as T) : undefined),
});

/** An integer in a range that includes both ends. */
export const whole = (least: number, most: number): Check<number> => ({
  must: `a whole number from ${least} to ${most}`,
  read: (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined,
});

/** One of a list of strings. */
export const oneOf = <const T extends string>(values: readonly T[]): Check<T> => ({
  must: `one of ${values.join(", ")}`,
  read: (value) => values.find((one) => one === value),
});

/** The longest delay of a Node.js timer. A longer one would fire at once. */
export const MOST_TIMER_MILLISECONDS = 0x7fff_ffff;

/** A time within the range of Date: RFC 3339, or epoch milliseconds. */
export const time: Check<number> = {
  must: "an RFC 3339 date-time, or epoch milliseconds",
  read: (value) =>
    typeof value === "string" ? parseDateTime(value) : whole(0, LAST_TIME).read(value, ""),
};

/** The latest time that a clock can be set to, in epoch milliseconds. */
export const LAST_TIME = Date.UTC(9999, 0);

/** A duration by which a clock can be advanced: up to a hundred years. */
export const milliseconds = whole(0, 100 * 366 * 24 * 60 * 60 * 1000);
