import { arrayOf, type ValueReader } from "./read.ts";
import { mismatch, within, type Walk } from "./walk.ts";

const dateTime = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** Reads a point in time in the form of RFC 3339. A time without an offset is not a point in time. */
export function readDate(value: unknown, walk: Walk, key?: string): Date {
  // Most services send this form, which needs no regular expression.
  const isUtc = typeof value === "string" && value[10] === "T" && value.endsWith("Z");
  const date = new Date(isUtc ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? readOtherDate(value, walk, key) : date;
}

/** Reads the rarer forms: other offsets, lower-case letters, and leap seconds, which Date does not support. */
function readOtherDate(value: unknown, walk: Walk, key: string | undefined): Date {
  const found = typeof value === "string" ? dateTime.exec(value.toUpperCase()) : null;
  const isLeap = found?.[1] === "60";
  const time = Date.parse(isLeap ? found![0].replace(":60", ":59") : (found?.[0] ?? ""));
  return Number.isNaN(time)
    ? mismatch(walk, "a date-time with an offset", value, key)
    : new Date(isLeap ? time + 1000 : time);
}

/** Reads a point in time in the form of HTTP headers. */
export function readHttpDate(value: unknown, walk: Walk, key?: string): Date {
  const isText = typeof value === "string" && /^\w{3,9}, .* GMT$/.test(value);
  const date = new Date(isText ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? mismatch(walk, "an HTTP date", value, key) : date;
}

/** Reads a point in time given in seconds since 1970. */
export function readUnixTime(value: unknown, walk: Walk, key?: string): Date {
  const date = new Date(typeof value === "number" ? value * 1000 : Number.NaN);
  return Number.isNaN(date.getTime()) ? mismatch(walk, "a Unix time", value, key) : date;
}

/** Reads a point in time that is sent as text, in seconds since 1970. */
export function readUnixText(value: unknown, walk: Walk, key?: string): Date {
  const isNumber = typeof value === "string" && value.trim() !== "";
  return readUnixTime(isNumber ? Number(value) : value, walk, key);
}

/** Reads bytes that are sent as text in base64 or base64url. */
export function readBytes(value: unknown, walk: Walk, key?: string): Uint8Array {
  // The last group of four characters may be shorter, but one character alone is less than a byte.
  if (typeof value !== "string" || !/^([\w+/-]{4})*([\w+/-]{2,3}={0,2})?$/.test(value)) {
    return mismatch(walk, "base64", value, key);
  }
  const binary = atob(value.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, ""));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Reads a number that is sent as text. */
export function readNumberText(value: unknown, walk: Walk, key?: string): number {
  const isNumber = typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value));
  return isNumber ? Number(value) : mismatch(walk, "a number in quotes", value, key);
}

/** Reads an integer of any size that is sent as text. */
export function readBigintText(value: unknown, walk: Walk, key?: string): bigint {
  return typeof value === "string" && /^-?\d+$/.test(value)
    ? BigInt(value)
    : mismatch(walk, "a whole number in quotes", value, key);
}

/** Reads a boolean that is sent as text. */
export function readBooleanText(value: unknown, walk: Walk, key?: string): boolean {
  const text = typeof value === "string" ? value.toLowerCase() : "";
  return text === "true" || text === "false"
    ? text === "true"
    : mismatch(walk, '"true" or "false"', value, key);
}

/** Reads a list that is sent as one text, and each of its items. */
export function readDelimited<T>(
  delimiter: string | RegExp,
  read: ValueReader<T>,
): ValueReader<T[]> {
  const readItems = arrayOf(read);
  return (value, walk) => {
    if (typeof value !== "string") return mismatch(walk, "a list in one text", value);
    return value === "" ? [] : readItems(value.split(delimiter), walk);
  };
}

/** Reads a header of the response. */
export function readHeader<T>(walk: Walk, name: string, read: ValueReader<T>): T | undefined {
  const text = walk.response.headers.get(name);
  if (text === undefined) return undefined;
  const before = walk.mismatches.length;
  const result = read(text, walk);
  within(walk, before, `.headers.${name}`);
  return result;
}
