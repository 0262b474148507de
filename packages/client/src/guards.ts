import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { maxRetentionDays, messageContentBytes, minRetentionDays } from "./limits.ts";
import type { ChatRetentionPolicy } from "./models.ts";
import { isWellFormed, utf8Length } from "./text.ts";

/** Throws a `ChatArgumentError` that describes the value if `right` is `false`. */
export function check(
  right: boolean,
  argument: string,
  expected: string,
  value: unknown,
): asserts right {
  if (!right)
    throw new ChatArgumentError(argument, `must be ${expected}, but is ${describe(value)}`);
}

/** Checks an argument, and returns the value to send. The argument is never `undefined`. */
export type Guard<T> = (value: unknown, argument: string) => T;

/** Creates a guard from a predicate and a description of the expected value. */
export function guard<T>(expected: string, isRight: (value: unknown) => boolean): Guard<T> {
  return (value, argument) => {
    check(isRight(value), argument, expected, value);
    return value as T;
  };
}

/** Creates a guard that returns `null` unchanged. In a merge patch, `null` removes a value. */
export const nullable =
  <T>(inner: Guard<T>): Guard<T | null> =>
  (value, argument) =>
    value === null ? null : inner(value, argument);

/** Creates a guard that treats `null` as not set. */
export const nullIsAbsent =
  <T>(inner: Guard<T>): Guard<T | undefined> =>
  (value, argument) =>
    value === null ? undefined : inner(value, argument);

/** Accepts every value, because another layer checks it. */
export const anything: Guard<unknown> = (value) => value;

/** Accepts every value and drops it, for options that have no effect here. */
export const withoutEffect: Guard<undefined> = () => undefined;

const ofType = <T>(type: "string" | "function" | "boolean") =>
  guard<T>(`a ${type}`, (value) => typeof value === type);

/** Creates a guard for an integer. The default maximum is that of an int32, which the service uses. */
const integer = (min: number, max = 0x7fffffff) =>
  guard<number>(
    `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );

export const requireString = ofType<string>("string");

export const requireFunction = ofType<(...args: never[]) => void>("function");

export const requireBoolean = ofType<boolean>("boolean");

/** Checks an integer of 0 or more. */
export const requireCount = integer(0);

/** Checks an integer of 1 or more. */
export const requireSize = integer(1);

export const requireArray = guard<readonly unknown[]>("an array", Array.isArray);

/** Returns the date of a valid `Date`, including one from another realm, or of a string that `Date.parse` accepts. */
export function requireDate(value: unknown, argument: string): Date {
  const isDate = typeof value === "string" || tagOf(value) === "Date";
  const date = new Date(isDate ? (value as string | Date) : NaN);
  check(!Number.isNaN(date.getTime()), argument, "a valid Date or an ISO 8601 string", value);
  return date;
}

/** Checks an id for use in a path: not blank, not `.` or `..`, and without unpaired surrogates. */
export const requireId = guard<string>(
  "an id",
  (value) => typeof value === "string" && !/^\s*\.{0,2}\s*$/.test(value) && isWellFormed(value),
);

/** Checks the value of a header: printable Latin-1, not blank. */
export const requireHeaderValue = guard<string>(
  "Latin-1 text",
  (value) => typeof value === "string" && /^(?!\s*$)[ -~\x80-\xff]+$/.test(value),
);

/** Returns whether a value is an object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Describes a value without showing it, because it could be a key or the text of a message. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "an array";
  return isObject(value) ? "an object" : `a ${typeof value}`;
}

/** Checks an object: not null, not an array. */
export function requireObject<T>(value: T, argument: string): NonNullable<T> {
  check(isObject(value), argument, "an object", value);
  return value as NonNullable<T>;
}

/** Checks the content of a message: a string up to the service's maximum size. */
export function requireContent(value: unknown): string {
  const content = requireString(value, "content");
  // UTF-8 needs at most three bytes per UTF-16 code unit, so short messages are never measured.
  if (content.length * 3 > messageContentBytes) {
    const bytes = utf8Length(content);
    const expected = `at most ${messageContentBytes} bytes`;
    check(bytes <= messageContentBytes, "content", expected, bytes);
  }
  return content;
}

/**
 * Creates a guard for an object with any property names, whose values have the same guard. `undefined` values are
 * dropped.
 */
export const recordOf =
  <T>(inner: Guard<T>): Guard<Record<string, T>> =>
  (value, argument) => {
    const given = requireObject(value as Record<string, unknown>, argument);
    const names = Object.keys(given).filter((name) => given[name] !== undefined);
    return Object.fromEntries(
      names.map((name) => [name, inner(given[name], `${argument}.${name}`)]),
    );
  };

/**
 * Checks metadata: an object of strings. `null` values are accepted for merge patches and for callers in JavaScript,
 * although the type excludes them.
 */
export const requireMetadata = recordOf(nullable(requireString) as Guard<string>);

const requireRetentionDays = integer(minRetentionDays, maxRetentionDays);

/** Checks a retention policy, including one of a kind that a later API version adds. */
export function requireRetention(value: unknown, argument: string): ChatRetentionPolicy {
  const policy = requireObject(value, argument) as ChatRetentionPolicy;
  requireString(policy.kind, `${argument}.kind`);
  if (policy.kind === "threadCreationDate") {
    requireRetentionDays(policy.deleteThreadAfterDays, `${argument}.deleteThreadAfterDays`);
  }
  try {
    // The fields of a later kind are unknown, so the only check is that they can be serialized.
    JSON.stringify(policy);
  } catch (cause) {
    throw new ChatArgumentError(argument, "cannot be sent", { cause });
  }
  return policy;
}

/** Returns the class name of a built-in object. Unlike `instanceof`, this works for objects from another realm. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** Describes a value in a few words. A long value is described only by its type. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value && tagOf(value) !== "Date") return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 22 ? `a ${typeof value}` : text;
}
