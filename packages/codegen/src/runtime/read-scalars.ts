import { mismatch } from "./read.ts";

/** Reads a point in time as RFC 3339 writes it. */
export function readDate(value: unknown): Date {
  const time = typeof value === "string" && value[10] === "T" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) mismatch("a date-time", value);
  return new Date(time);
}

/** Reads a point in time as HTTP headers have it. */
export function readHttpDate(value: unknown): Date {
  const date = new Date(typeof value === "string" && value.includes(":") ? value : "");
  if (Number.isNaN(date.getTime())) mismatch("an HTTP date", value);
  return date;
}

/** Reads a point in time given in seconds since 1970. */
export function readUnixTime(value: unknown): Date {
  const date = new Date(typeof value === "number" ? value * 1000 : Number.NaN);
  if (Number.isNaN(date.getTime())) mismatch("a Unix time", value);
  return date;
}

/** Reads bytes that travel as text in base64 or base64url. */
export function readBytes(value: unknown): Uint8Array {
  if (typeof value !== "string" || !/^[\w+/-]*={0,2}$/.test(value)) {
    mismatch("base64", value);
  }
  const binary = atob(value.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Reads a number that travels as text. */
export function readNumberText(value: unknown): number {
  if (typeof value !== "string" || value === "" || Number.isNaN(Number(value))) {
    mismatch("a number in quotes", value);
  }
  return Number(value);
}

/** Reads a whole number of any size that travels as text. */
export function readBigintText(value: unknown): bigint {
  if (typeof value !== "string" || !/^-?\d+$/.test(value)) {
    mismatch("a whole number in quotes", value);
  }
  return BigInt(value);
}

/** Reads a boolean that travels as text. */
export function readBooleanText(value: unknown): boolean {
  const text = typeof value === "string" ? value.toLowerCase() : "";
  if (text !== "true" && text !== "false") {
    mismatch('"true" or "false"', value);
  }
  return text === "true";
}

/** Reads a list that travels as one text. */
export function readDelimited(delimiter: string) {
  return (value: unknown): string[] => {
    if (typeof value !== "string") mismatch("a list in one text", value);
    return value === "" ? [] : value.split(delimiter);
  };
}
