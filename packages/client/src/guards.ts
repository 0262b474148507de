import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { maxRetentionDays, messageContentBytes, minRetentionDays } from "./limits.ts";
import type { ChatRetentionPolicy } from "./models.ts";
import { isWellFormed, utf8Length } from "./text.ts";

/** Throws unless the argument is what it must be, and says what it is instead. */
export function check(
  right: boolean,
  argument: string,
  expected: string,
  value: unknown,
): asserts right {
  if (!right)
    throw new ChatArgumentError(argument, `must be ${expected}, but is ${describe(value)}`);
}

/** A check of one argument, which gives it back. */
export type Guard<T> = (value: unknown, argument: string) => T;

/**
 * The fields of an object that are there, each checked, and no others.
 *
 * @param guards - what is wanted, and what it must be
 * @param argument - the object's name in errors; without one it is a method's options, whose fields are named alone
 */
export function read<Guards extends Record<string, Guard<unknown>>>(
  source: { readonly [K in keyof Guards]?: unknown },
  guards: Guards,
  argument?: string,
): { [K in keyof Guards]?: ReturnType<Guards[K]> } {
  requireObject(source, argument ?? "options");
  const found: { [K in keyof Guards]?: ReturnType<Guards[K]> } = {};
  for (const name in guards) {
    const value = source[name];
    if (value === undefined) continue;
    found[name] = guards[name]!(value, argument ? `${argument}.${name}` : name) as never;
  }
  return found;
}

/** A guard of an object's fields, as {@link read} reads them. */
export const fieldsOf =
  <Guards extends Record<string, Guard<unknown>>>(guards: Guards) =>
  (value: unknown, argument: string) =>
    read(value as Parameters<typeof read<Guards>>[0], guards, argument);

/** A guard that asks one question, and what is expected where the answer is no. */
function guard<T>(expected: string, isRight: (value: unknown) => boolean): Guard<T> {
  return (value, argument) => {
    check(isRight(value), argument, expected, value);
    return value as T;
  };
}

const ofType = <T>(type: "string" | "function" | "boolean") =>
  guard<T>(`a ${type}`, (value) => typeof value === type);

/** A whole number, by default within the service's int32. */
const wholeNumber = (min: number, max = 0x7fffffff) =>
  guard<number>(
    `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );

/** A text. */
export const requireString = ofType<string>("string");

/** Something to call. */
export const requireFunction = ofType<(...args: never[]) => void>("function");

/** `true` or `false`. */
export const requireBoolean = ofType<boolean>("boolean");

/** A whole number that is not negative. */
export const requireCount = wholeNumber(0);

/** A whole number from 1. */
export const requireSize = wholeNumber(1);

/** An array. */
export const requireArray = guard<readonly unknown[]>("an array", Array.isArray);

/** A date that is one. */
export const requireDate = guard<Date>(
  "a valid Date",
  (value) => value instanceof Date && !Number.isNaN(value.getTime()),
);

/** What may stand in a path: a text that neither vanishes from it nor climbs out of it. */
export const requireId = guard<string>(
  "an id",
  (value) => typeof value === "string" && !/^\s*\.{0,2}\s*$/.test(value) && isWellFormed(value),
);

/** A text that can be a header's value: HTTP carries no line breaks and nothing beyond Latin-1 there. */
export const requireHeaderValue = guard<string>(
  "Latin-1 text",
  (value) => typeof value === "string" && /^(?!\s*$)[ -~\x80-\xff]+$/.test(value),
);

/** An object that is none of the things which merely call themselves so. */
export function requireObject<T>(value: T, argument: string): NonNullable<T> {
  check(
    typeof value === "object" && value !== null && !Array.isArray(value),
    argument,
    "an object",
    value,
  );
  return value as NonNullable<T>;
}

/** A message's text, within what the service takes. */
export function requireContent(value: unknown): string {
  const content = requireString(value, "content");
  // No UTF-16 unit becomes more than three bytes: most messages need no counting.
  if (content.length * 3 > messageContentBytes) {
    const bytes = utf8Length(content);
    const expected = `at most ${messageContentBytes} bytes`;
    check(bytes <= messageContentBytes, "content", expected, bytes);
  }
  return content;
}

/** Names and values that are texts. */
export function requireTexts(value: unknown, argument: string): Record<string, string> {
  const metadata = requireObject(value, argument) as Record<string, string>;
  for (const key of Object.keys(metadata)) requireString(metadata[key], `${argument}.${key}`);
  return metadata;
}

const requireRetentionDays = wholeNumber(minRetentionDays, maxRetentionDays);

/** A retention policy of a known or a later kind. */
export function requireRetention(value: unknown, argument: string): ChatRetentionPolicy {
  const policy = requireObject(value, argument) as ChatRetentionPolicy;
  requireString(policy.kind, `${argument}.kind`);
  if (policy.kind === "threadCreationDate") {
    requireRetentionDays(policy.deleteThreadAfterDays, `${argument}.deleteThreadAfterDays`);
  }
  try {
    // What a later kind consists of is not known here; it must be JSON at least.
    JSON.stringify(policy);
  } catch (cause) {
    throw new ChatArgumentError(argument, "cannot be sent", { cause });
  }
  return policy;
}

/** Says what a value is, in a few words and never with its content if that is long. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value && !(value instanceof Date)) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 22 ? `a ${typeof value}` : text;
}
