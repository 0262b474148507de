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

export function readBoolean(value: unknown, key?: string): boolean {
  return typeof value === "boolean" ? value : mismatch("a boolean", value, key);
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

/** Reads an object that maps names to values of one kind. */
export function recordOf<T>(read: ValueReader<T>): ValueReader<Record<string, T>> {
  return (value) => {
    const object = readObject(value);
    for (const key in object) readAt(object, key, read);
    return object as Record<string, T>;
  };
}

/** Reads a value that may be null. */
export function orNull<T>(read: ValueReader<T>): ValueReader<T | null> {
  return (value) => (value === null ? null : read(value));
}

/** Gives properties the names that they have in the client instead of those on the wire. */
export function rename(object: JsonObject, names: Readonly<Record<string, string>>): void {
  const wire = { ...object };
  for (const name in names) delete object[name];
  for (const name in names) {
    if (Object.hasOwn(wire, name)) object[names[name]!] = wire[name];
  }
}

/** Reads the properties of an object that have no declaration of their own. */
export function readOthers(
  object: JsonObject,
  read: ValueReader<unknown>,
  known: readonly string[],
): void {
  for (const key in object) if (!known.includes(key)) readAt(object, key, read);
}

/** Reads an empty string as null. */
export function orEmpty<T>(read: ValueReader<T>): ValueReader<T | null> {
  return (value) => (value === "" ? null : read(value));
}

/** Whether a value is an object with a property of this value. */
export function matches(value: unknown, name: string, literal: unknown): boolean {
  return typeof value === "object" && value !== null && (value as JsonObject)[name] === literal;
}

/** Reads a value with the first reader that takes it; a value that none takes stays as it is. */
export function firstOf(value: unknown, readers: readonly ValueReader<unknown>[]): unknown {
  for (const read of readers) {
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return value;
}
