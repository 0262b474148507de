import { textOf } from "./texts.ts";

/** Applies a writer unless the value is missing. */
export function maybe<T, R>(
  value: T,
  write: (value: NonNullable<T>) => R,
): R | (T & (null | undefined)) {
  return value === undefined || value === null
    ? (value as T & (null | undefined))
    : write(value as NonNullable<T>);
}

/** Writes each value of a record. */
export function writeRecord<T, R>(
  values: Readonly<Record<string, T>>,
  write: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, write(value)]));
}

/** Serializes a value with dates as JSON. Throws for an invalid Date, which JSON.stringify would write as null. */
export function jsonWithDates(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, text: unknown) {
    if (text === null && this[key] instanceof Date)
      throw new TypeError(`${key} is not a valid Date`);
    return text;
  });
}

/** Writes a date as in HTTP headers. Throws a RangeError for an invalid Date, like `toISOString`. */
export function writeHttpDate(date: Date): string {
  return new Date(date.toISOString()).toUTCString();
}

/** Writes a date as seconds since 1970. Throws a RangeError for an invalid Date. */
export function writeUnixTime(date: Date): number {
  return Math.floor(Date.parse(date.toISOString()) / 1000);
}

/** Writes bytes in base64. */
export function writeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Writes bytes in base64url, without padding. */
export function writeBase64Url(bytes: Uint8Array): string {
  return writeBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Writes a number or a boolean as text. */
export function writeText(value: string | number | bigint | boolean): string {
  return textOf(value);
}

/** Rounds to an integer, for units without fractions on the wire. */
export function writeWhole(value: number): number {
  return Math.round(value);
}

/** Copies an object without some of its properties. */
export function without(value: object, ...names: readonly string[]): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...value };
  for (const name of names) delete copy[name];
  return copy;
}

/** Writes the additional properties of an object. */
export function writeOthers<T>(
  value: object,
  write: (value: T) => unknown,
  known: readonly string[],
): Record<string, unknown> {
  const entries: [string, T][] = Object.entries(value);
  return Object.fromEntries(
    entries
      .filter(([name]) => !known.includes(name))
      .map(([name, other]) => [name, other === undefined ? other : write(other)]),
  );
}
