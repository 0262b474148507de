/** A single value that can be written as text. */
export type TextValue = string | number | boolean | bigint;

/** Writes a value as text. Throws for objects, which callers without types can pass. */
export function textOf(value: TextValue): string {
  if (typeof value === "object") throw new TypeError("An object cannot be sent as text");
  return `${value}`;
}
