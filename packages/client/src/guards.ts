import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { chatLimits } from "./limits.ts";
import type { ChatRetentionPolicy } from "./models.ts";

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
 * @param prefix - of the fields' names in errors
 * @param argument - the object's own name in errors
 */
export function read<Guards extends Record<string, Guard<unknown>>>(
  source: { readonly [K in keyof Guards]?: unknown },
  guards: Guards,
  prefix = "",
  argument = "options",
): { [K in keyof Guards]?: ReturnType<Guards[K]> } {
  requireObject(source, argument);
  const found: { [K in keyof Guards]?: ReturnType<Guards[K]> } = {};
  for (const name in guards) {
    const value = source[name];
    if (value !== undefined) found[name] = guards[name]!(value, prefix + name) as never;
  }
  return found;
}

/** A text. */
export function requireString(value: unknown, argument: string): string {
  check(typeof value === "string", argument, "a string", value);
  return value;
}

/** What may stand in a path: a text that neither vanishes from it nor climbs out of it. */
export function requireId(value: unknown, argument: string): string {
  const id = requireString(value, argument);
  check(!["", ".", ".."].includes(id.trim()) && id.isWellFormed(), argument, "an id", value);
  return id;
}

/** A text that can be a header's value: HTTP carries no line breaks and nothing beyond Latin-1 there. */
export function requireHeaderValue(value: unknown, argument: string): string {
  const text = requireString(value, argument);
  check(
    /^[ -~\x80-\xff]*[!-~\x80-\xff][ -~\x80-\xff]*$/.test(text),
    argument,
    "text that a header can carry",
    value,
  );
  return text;
}

/** Something to call. */
export function requireFunction(value: unknown, argument: string): (...args: never[]) => void {
  check(typeof value === "function", argument, "a function", value);
  return value as (...args: never[]) => void;
}

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

/** An array. */
export function requireArray(value: unknown, argument: string): readonly unknown[] {
  check(Array.isArray(value), argument, "an array", value);
  return value as readonly unknown[];
}

/** A message's text, within what the service takes. */
export function requireContent(value: unknown): string {
  const content = requireString(value, "content");
  const limit = chatLimits.messageContentBytes;
  // No UTF-16 unit becomes more than three bytes: most messages need no counting.
  if (content.length * 3 > limit) {
    const bytes = new TextEncoder().encode(content).length;
    if (bytes > limit) {
      throw new ChatArgumentError(
        "content",
        `has ${bytes} bytes in UTF-8; the service takes ${limit} at most`,
      );
    }
  }
  return content;
}

/** A whole number within the service's int32. */
function requireInteger(value: unknown, argument: string, min: number, max: number): number {
  const right = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  check(right, argument, `a whole number from ${min} to ${max}`, value);
  return value as number;
}

/** A whole number that is not negative. */
export const requireCount: Guard<number> = (value, argument) =>
  requireInteger(value, argument, 0, 0x7fffffff);

/** A whole number from 1. */
export const requireSize: Guard<number> = (value, argument) =>
  requireInteger(value, argument, 1, 0x7fffffff);

/** A date that is one. */
export function requireDate(value: unknown, argument: string): Date {
  check(value instanceof Date && !Number.isNaN(value.getTime()), argument, "a valid Date", value);
  return value as Date;
}

/** `true` or `false`. */
export function requireBoolean(value: unknown, argument: string): boolean {
  check(typeof value === "boolean", argument, "true or false", value);
  return value;
}

/** Names and values that are texts. */
export function requireMetadata(value: unknown, argument: string): Record<string, string> {
  const metadata = requireObject(value, argument) as Record<string, string>;
  for (const key of Object.keys(metadata)) requireString(metadata[key], `${argument}.${key}`);
  return metadata;
}

/** A retention policy of a known or a later kind. */
export function requireRetention(value: unknown, argument: string): ChatRetentionPolicy {
  const policy = requireObject(value, argument) as ChatRetentionPolicy;
  requireString(policy.kind, `${argument}.kind`);
  if (policy.kind === "threadCreationDate") {
    const { min, max } = chatLimits.retentionDays;
    requireInteger(policy.deleteThreadAfterDays, `${argument}.deleteThreadAfterDays`, min, max);
  }
  try {
    // What a later kind consists of is not known here; it must be JSON at least.
    JSON.stringify(policy);
  } catch (cause) {
    throw new ChatArgumentError(argument, "cannot be sent as JSON", { cause });
  }
  return policy;
}

/** Says what a value is, in a few words and never with its content if that is long. */
export function describe(value: unknown): string {
  if (typeof value === "string") return value.length > 20 ? "a string" : JSON.stringify(value);
  if (typeof value === "function" || value instanceof Date)
    return typeof value === "function" ? "a function" : "no date";
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "an array" : "an object";
}
