import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { maxRetentionDays, messageContentBytes, minRetentionDays } from "./limits.ts";
import type { ChatRetentionPolicy } from "./models.ts";
import { isWellFormed, utf8Length } from "./text.ts";

/** Throws unless the argument is as expected, and names its value. */
export function check(
  right: boolean,
  argument: string,
  expected: string,
  value: unknown,
): asserts right {
  if (!right)
    throw new ChatArgumentError(argument, `must be ${expected}, but is ${describe(value)}`);
}

/** Checks one argument, and returns it as it is sent. The value is never `undefined`. */
export type Guard<T> = (value: unknown, argument: string) => T;

/** Creates a guard from a predicate and a description of the expected value. */
export function guard<T>(expected: string, isRight: (value: unknown) => boolean): Guard<T> {
  return (value, argument) => {
    check(isRight(value), argument, expected, value);
    return value as T;
  };
}

/** Lets `null` pass as it is: in a merge patch it removes a value. */
export const nullable =
  <T>(inner: Guard<T>): Guard<T | null> =>
  (value, argument) =>
    value === null ? null : inner(value, argument);

/** Takes `null` for "not set". */
export const nullIsAbsent =
  <T>(inner: Guard<T>): Guard<T | undefined> =>
  (value, argument) =>
    value === null ? undefined : inner(value, argument);

/** Accepts everything: another layer checks the value. */
export const anything: Guard<unknown> = (value) => value;

/** Accepts everything, and passes nothing on: for options that have no effect here. */
export const withoutEffect: Guard<undefined> = () => undefined;

const ofType = <T>(type: "string" | "function" | "boolean") =>
  guard<T>(`a ${type}`, (value) => typeof value === type);

/** An integer, by default up to the service's int32. */
const integer = (min: number, max = 0x7fffffff) =>
  guard<number>(
    `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );

export const requireString = ofType<string>("string");

export const requireFunction = ofType<(...args: never[]) => void>("function");

export const requireBoolean = ofType<boolean>("boolean");

/** An integer from 0. */
export const requireCount = integer(0);

/** An integer from 1. */
export const requireSize = integer(1);

export const requireArray = guard<readonly unknown[]>("an array", Array.isArray);

/** A valid `Date`, of any realm, or a string that `Date.parse` understands. */
export function requireDate(value: unknown, argument: string): Date {
  const isDate = typeof value === "string" || tagOf(value) === "Date";
  const date = new Date(isDate ? (value as string | Date) : NaN);
  check(!Number.isNaN(date.getTime()), argument, "a valid Date or an ISO 8601 string", value);
  return date;
}

/** An id that can stand in a path: neither empty, nor `.` or `..`, nor half a surrogate pair. */
export const requireId = guard<string>(
  "an id",
  (value) => typeof value === "string" && !/^\s*\.{0,2}\s*$/.test(value) && isWellFormed(value),
);

/** A text that can be the value of a header: printable Latin-1. */
export const requireHeaderValue = guard<string>(
  "Latin-1 text",
  (value) => typeof value === "string" && /^(?!\s*$)[ -~\x80-\xff]+$/.test(value),
);

/** An object: not null, not an array. */
export function requireObject<T>(value: T, argument: string): NonNullable<T> {
  check(
    typeof value === "object" && value !== null && !Array.isArray(value),
    argument,
    "an object",
    value,
  );
  return value as NonNullable<T>;
}

/** The text of a message, up to the size that the service takes. */
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

/** An object that maps names to values which one guard checks. `undefined` is left out. */
export const recordOf =
  <T>(inner: Guard<T>): Guard<Record<string, T>> =>
  (value, argument) => {
    const given = requireObject(value as Record<string, unknown>, argument);
    const names = Object.keys(given).filter((name) => given[name] !== undefined);
    return Object.fromEntries(
      names.map((name) => [name, inner(given[name], `${argument}.${name}`)]),
    );
  };

/** Metadata: strings by name. The types say string: `null` is for merge patches, and for JavaScript. */
export const requireMetadata = recordOf(nullable(requireString) as Guard<string>);

const requireRetentionDays = integer(minRetentionDays, maxRetentionDays);

/** A retention policy, of a kind that is known here or of a later one. */
export function requireRetention(value: unknown, argument: string): ChatRetentionPolicy {
  const policy = requireObject(value, argument) as ChatRetentionPolicy;
  requireString(policy.kind, `${argument}.kind`);
  if (policy.kind === "threadCreationDate") {
    requireRetentionDays(policy.deleteThreadAfterDays, `${argument}.deleteThreadAfterDays`);
  }
  try {
    // The fields of a later kind are unknown here; they must be JSON at least.
    JSON.stringify(policy);
  } catch (cause) {
    throw new ChatArgumentError(argument, "cannot be sent", { cause });
  }
  return policy;
}

/** The class of a built-in object, also of one from another realm, where `instanceof` is false. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** Describes a value in a few words; a long one only by its type. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value && tagOf(value) !== "Date") return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 22 ? `a ${typeof value}` : text;
}
