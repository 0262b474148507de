/** A JSON object as it was parsed. */
export type JsonObject = Record<string, unknown>;

/** The name or index of a value in what holds it. */
export type JsonKey = string | number;

/**
 * Checks a value of an answer and turns it into what the client promises, in place where it is an object. `holder`
 * and `key` tell where the value was found; the way there from the root is only looked for when something is wrong.
 */
export type ValueReader<T> = (value: unknown, holder?: object, key?: JsonKey) => T;

/** Says that a value of an answer is not what it should be. */
export class ShapeError extends Error {
  readonly holder: object | undefined;
  readonly key: JsonKey | undefined;

  constructor(
    expected: string,
    value: unknown,
    holder: object | undefined,
    key: JsonKey | undefined,
  ) {
    super(
      `should be ${expected}, but ${value === undefined ? "is missing" : `is ${describe(value)}`}`,
    );
    this.holder = holder;
    this.key = key;
  }
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `the ${typeof value} ${JSON.stringify(value)}`;
}

/** The way from the root of an answer to a value in it, as a JSON path. */
export function pathTo(
  root: unknown,
  holder: object | undefined,
  key: JsonKey | undefined,
): string {
  const search = (at: unknown, path: string): string | undefined => {
    if (at === holder) return path;
    if (typeof at !== "object" || at === null) return undefined;
    for (const [name, child] of Object.entries(at)) {
      const found = search(child, path + step(Array.isArray(at) ? Number(name) : name));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return holder === undefined || key === undefined ? "$" : (search(root, "$") ?? "$..") + step(key);
}

function step(key: JsonKey): string {
  if (typeof key === "number") return `[${key}]`;
  return /^\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** Reads properties that must be there. */
export function required(object: JsonObject, read: ValueReader<unknown>, ...keys: string[]): void {
  for (const key of keys) {
    const value = object[key];
    const result = read(value, object, key);
    if (result !== value) object[key] = result;
  }
}

/** Reads properties that may be missing, or null. */
export function optional(object: JsonObject, read: ValueReader<unknown>, ...keys: string[]): void {
  for (const key of keys) {
    const value = object[key];
    if (value === undefined || value === null) continue;
    const result = read(value, object, key);
    if (result !== value) object[key] = result;
  }
}

export function readObject(value: unknown, holder?: object, key?: JsonKey): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ShapeError("an object", value, holder, key);
  }
  return value as JsonObject;
}

export function readString(value: unknown, holder?: object, key?: JsonKey): string {
  if (typeof value !== "string") throw new ShapeError("a string", value, holder, key);
  return value;
}

export function readNumber(value: unknown, holder?: object, key?: JsonKey): number {
  if (typeof value !== "number") throw new ShapeError("a number", value, holder, key);
  return value;
}

export function readBoolean(value: unknown, holder?: object, key?: JsonKey): boolean {
  if (typeof value !== "boolean") throw new ShapeError("a boolean", value, holder, key);
  return value;
}

/** Reads what may be anything, but must be there. */
export function readAnything(value: unknown, holder?: object, key?: JsonKey): unknown {
  if (value === undefined) throw new ShapeError("there", value, holder, key);
  return value;
}

/** Reads an answer that has no body, or whose body says nothing. */
export function readNothing(): void {}

/** Reads an array and each of its items. */
export function arrayOf<T>(read: ValueReader<T>): ValueReader<T[]> {
  return (value, holder, key) => {
    if (!Array.isArray(value)) throw new ShapeError("an array", value, holder, key);
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      const result = read(item, value, index);
      if (result !== item) value[index] = result;
    }
    return value as T[];
  };
}

/** Reads an object that maps names to values of one kind. */
export function recordOf<T>(read: ValueReader<T>): ValueReader<Record<string, T>> {
  return (value, holder, key) => {
    const object = readObject(value, holder, key);
    required(object, read, ...Object.keys(object));
    return object as Record<string, T>;
  };
}

/** Reads a value that may be null. */
export function orNull<T>(read: ValueReader<T>): ValueReader<T | null> {
  return (value, holder, key) => (value === null ? null : read(value, holder, key));
}

/** Takes a property under its name on the wire and gives it the one that it has in the client. */
export function rename(object: JsonObject, wireName: string, name: string): void {
  if (Object.hasOwn(object, wireName)) {
    object[name] = object[wireName];
    delete object[wireName];
  }
}

/** Reads the properties of an object that have no declaration of their own. */
export function readOthers(
  object: JsonObject,
  read: ValueReader<unknown>,
  known: readonly string[],
): void {
  required(object, read, ...Object.keys(object).filter((key) => !known.includes(key)));
}

/** Reads an empty string as null. */
export function orEmpty<T>(read: ValueReader<T>): ValueReader<T | null> {
  return (value, holder, key) => (value === "" ? null : read(value, holder, key));
}

/** Whether a value is an object with a property of this value. */
export function matches(value: unknown, name: string, literal: unknown): boolean {
  return typeof value === "object" && value !== null && (value as JsonObject)[name] === literal;
}

/** Reads a value with the first reader that takes it; a value that none takes stays as it is. */
export function firstOf(
  value: unknown,
  holder: object | undefined,
  key: JsonKey | undefined,
  readers: readonly ValueReader<unknown>[],
): unknown {
  for (const read of readers) {
    try {
      return read(value, holder, key);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return value;
}
