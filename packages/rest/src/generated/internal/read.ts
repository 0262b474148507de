// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 7055c1f5e1c4d738. Do not edit.

/** A JSON object as it was parsed. */
export type JsonObject = Record<string, unknown>;

/** Checks a value of an answer and turns it into what the client promises, in place where it is an object. */
export type ValueReader<T> = (value: unknown) => T;

/** Says that a value of an answer is not what it should be. Its message begins with the JSON path of the value. */
export class ShapeError extends Error {}

/** Throws a {@link ShapeError} about a value, or the property of one. */
export function mismatch(expected: string, value: unknown, key?: string): never {
  // Its beginning only: it may be somebody's message, and errors get logged.
  const found = JSON.stringify(value)?.slice(0, 22) ?? "missing";
  throw new ShapeError(`$${key ? `.${key}` : ""} should be ${expected}, but is ${found}`);
}

/** Throws an error about a part of a value on, with the step to the part at the beginning of its path. */
function within(error: unknown, step: string): never {
  if (error instanceof ShapeError) error.message = `$${step}${error.message.slice(1)}`;
  throw error;
}

/** Reads a property of an object, and puts there what was made of it. */
export function readAt(object: JsonObject, key: string, read: ValueReader<unknown>): void {
  const value = object[key];
  try {
    const result = read(value);
    if (result !== value) object[key] = result;
  } catch (error) {
    within(error, `.${key}`);
  }
}

/** Reads what a property holds, where it is an object that is read in place. */
export function readIn(value: unknown, key: string, read: ValueReader<unknown>): void {
  try {
    read(value);
  } catch (error) {
    within(error, `.${key}`);
  }
}

export function readObject(value: unknown): JsonObject {
  return typeof value === "object" && value && !Array.isArray(value)
    ? (value as JsonObject)
    : mismatch("an object", value);
}

export function readString(value: unknown, key?: string): string {
  return typeof value === "string" ? value : mismatch("a string", value, key);
}

export function readNumber(value: unknown, key?: string): number {
  return typeof value === "number" ? value : mismatch("a number", value, key);
}

/** Reads what may be anything, but must be there. */
export function readAnything(value: unknown): unknown {
  return value === undefined ? mismatch("there", value) : value;
}

/** Reads an answer that has no body, or whose body says nothing. */
export function readNothing(): void {}

/** Reads an array and each of its items. */
export function arrayOf<T>(read: ValueReader<T>): ValueReader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return mismatch("an array", value);
    let index = 0;
    try {
      for (; index < value.length; index++) {
        const item: unknown = value[index];
        const result = read(item);
        if (result !== item) value[index] = result;
      }
    } catch (error) {
      within(error, `[${index}]`);
    }
    return value as T[];
  };
}
