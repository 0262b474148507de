import { ShapeError, type JsonKey } from "./read.ts";

/** Reads a point in time as RFC 3339 writes it. */
export function readDate(value: unknown, holder?: object, key?: JsonKey): Date {
  const date = new Date(typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? value : "");
  if (Number.isNaN(date.getTime())) throw new ShapeError("a date-time", value, holder, key);
  return date;
}

/** Reads a point in time as HTTP headers have it. */
export function readHttpDate(value: unknown, holder?: object, key?: JsonKey): Date {
  const date = new Date(typeof value === "string" && value.includes(":") ? value : "");
  if (Number.isNaN(date.getTime())) throw new ShapeError("an HTTP date", value, holder, key);
  return date;
}

/** Reads a point in time given in seconds since 1970. */
export function readUnixTime(value: unknown, holder?: object, key?: JsonKey): Date {
  const date = new Date(typeof value === "number" ? value * 1000 : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new ShapeError("a Unix time", value, holder, key);
  return date;
}

/** Reads bytes that travel as text in base64 or base64url. */
export function readBytes(value: unknown, holder?: object, key?: JsonKey): Uint8Array {
  if (typeof value !== "string" || !/^[\w+/-]*={0,2}$/.test(value)) {
    throw new ShapeError("base64", value, holder, key);
  }
  const binary = atob(value.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Reads a number that travels as text. */
export function readNumberText(value: unknown, holder?: object, key?: JsonKey): number {
  if (typeof value !== "string" || value === "" || Number.isNaN(Number(value))) {
    throw new ShapeError("a number in quotes", value, holder, key);
  }
  return Number(value);
}

/** Reads a whole number of any size that travels as text. */
export function readBigintText(value: unknown, holder?: object, key?: JsonKey): bigint {
  if (typeof value !== "string" || !/^-?\d+$/.test(value)) {
    throw new ShapeError("a whole number in quotes", value, holder, key);
  }
  return BigInt(value);
}

/** Reads a boolean that travels as text. */
export function readBooleanText(value: unknown, holder?: object, key?: JsonKey): boolean {
  const text = typeof value === "string" ? value.toLowerCase() : "";
  if (text !== "true" && text !== "false") {
    throw new ShapeError('"true" or "false"', value, holder, key);
  }
  return text === "true";
}

/** Reads a list that travels as one text. */
export function readDelimited(delimiter: string) {
  return (value: unknown, holder?: object, key?: JsonKey): string[] => {
    if (typeof value !== "string") throw new ShapeError("a list in one text", value, holder, key);
    return value === "" ? [] : value.split(delimiter);
  };
}
