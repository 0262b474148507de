import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { chatLimits } from "./limits.ts";
import type { ChatRetentionPolicy } from "./models.ts";

/** What may stand in a path: a text that neither vanishes from it nor climbs out of it. */
export function requireId(value: unknown, argument: string): string {
  const id = requireString(value, argument);
  if (id.trim() === "") throw new ChatArgumentError(argument, "must not be empty");
  if (id === "." || id === "..") throw new ChatArgumentError(argument, `"${id}" is no id`);
  if (!id.isWellFormed())
    throw new ChatArgumentError(argument, "holds half a surrogate pair, which no URL can carry");
  return id;
}

/** A text. */
export function requireString(value: unknown, argument: string): string {
  if (typeof value !== "string")
    throw new ChatArgumentError(argument, `must be a string, but is ${describe(value)}`);
  return value;
}

/** A text that can be a header's value: HTTP carries no line breaks and nothing beyond Latin-1 there. */
export function requireHeaderValue(value: unknown, argument: string): string {
  const text = requireString(value, argument);
  if (text.trim() === "") throw new ChatArgumentError(argument, "must not be empty");
  if (!/^[\x20-\x7e\x80-\xff]*$/.test(text)) {
    throw new ChatArgumentError(argument, "holds characters that a header cannot carry");
  }
  return text;
}

/** A text or nothing. */
export function optionalString(value: unknown, argument: string): string | undefined {
  return value === undefined ? undefined : requireString(value, argument);
}

/** Headers that HTTP can carry. */
export function requireHeaders(value: unknown, argument: string): void {
  const headers = requireObject(value, argument) as Record<string, unknown>;
  for (const name of Object.keys(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw new ChatArgumentError(
        argument,
        `has a name that no header can have: ${describe(name)}`,
      );
    }
    requireHeaderValue(headers[name], `${argument}.${name}`);
  }
}

/** Something to call. */
export function requireFunction(value: unknown, argument: string): void {
  if (typeof value !== "function") {
    throw new ChatArgumentError(argument, `must be a function, but is ${describe(value)}`);
  }
}

/** An object that is none of the things which merely call themselves so. */
export function requireObject<T>(value: T, argument: string): NonNullable<T> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ChatArgumentError(argument, `must be an object, but is ${describe(value)}`);
  }
  return value;
}

/** A message's text, within what the service takes. */
export function requireContent(value: unknown): string {
  const content = requireString(value, "content");
  const limit = chatLimits.messageContentBytes;
  // No UTF-16 unit becomes more than three bytes: most messages need no counting.
  if (content.length * 3 > limit) {
    const bytes = new TextEncoder().encode(content).length;
    if (bytes > limit)
      throw new ChatArgumentError(
        "content",
        `has ${bytes} bytes in UTF-8; the service takes ${limit} at most`,
      );
  }
  return content;
}

/** Names and values, or nothing. */
export function optionalMetadata(
  value: unknown,
  argument: string,
): Record<string, string> | undefined {
  if (value === undefined) return undefined;
  const metadata = requireObject(value, argument) as Record<string, unknown>;
  for (const key of Object.keys(metadata)) {
    requireString(key, `${argument} (a name)`);
    requireString(metadata[key], `${argument}.${key}`);
  }
  return metadata as Record<string, string>;
}

/** A retention policy of a known or a later kind, or nothing. */
export function optionalRetention(value: unknown): ChatRetentionPolicy | undefined {
  if (value === undefined) return undefined;
  const policy = requireObject(value, "retentionPolicy") as ChatRetentionPolicy;
  requireString(policy.kind, "retentionPolicy.kind");
  try {
    // What a later kind consists of is not known here; it must be JSON at least.
    JSON.stringify(policy);
  } catch (cause) {
    throw new ChatArgumentError("retentionPolicy", "cannot be sent as JSON", { cause });
  }
  if (policy.kind === "threadCreationDate") {
    const { min, max } = chatLimits.retentionDays;
    const days: unknown = policy.deleteThreadAfterDays;
    if (!Number.isInteger(days) || (days as number) < min || (days as number) > max) {
      throw new ChatArgumentError(
        "retentionPolicy.deleteThreadAfterDays",
        `must be a whole number from ${min} to ${max}, but is ${describe(days)}`,
      );
    }
  }
  return policy;
}

/** A whole number within the service's int32, or nothing. */
export function optionalInteger(value: unknown, argument: string, min: number): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > 0x7fffffff) {
    throw new ChatArgumentError(
      argument,
      `must be a whole number from ${min}, but is ${describe(value)}`,
    );
  }
  return value as number;
}

/** A date that is one, or nothing. */
export function optionalDate(value: unknown, argument: string): Date | undefined {
  if (value === undefined) return undefined;
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
    throw new ChatArgumentError(argument, `must be a valid Date, but is ${describe(value)}`);
  }
  return value;
}

/** `true`, `false` or nothing. */
export function optionalBoolean(value: unknown, argument: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== "boolean")
    throw new ChatArgumentError(argument, `must be true or false, but is ${describe(value)}`);
  return value;
}

/** Says what a value is, in a few words and never with its content if that is long. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return "a Date that is none";
  if (typeof value === "string") return value.length > 20 ? "a string" : `the string "${value}"`;
  if (typeof value === "number" || typeof value === "boolean" || value === undefined)
    return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
