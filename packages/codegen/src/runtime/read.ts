/** A JSON object as it was parsed. */
export type JsonObject = Record<string, unknown>;

/** Checks a value of an answer and turns it into what the client promises, in place where it is an object. */
export type ValueReader<T> = (value: unknown) => T;

/** Says that a value of an answer is not what it should be. Its message begins with the JSON path of the value. */
export class ShapeError extends Error {}

/** Reads a property of an object or an item of an array, and puts there what was made of it. */
export function readAt(holder: object, key: string | number, read: ValueReader<unknown>): void {
  const at = holder as JsonObject;
  const value = at[key];
  let result: unknown;
  try {
    result = read(value);
  } catch (error) {
    // The path of what is in this value, from here: it grows at its beginning.
    const step = typeof key === "string" ? `.${key}` : `[${key}]`;
    if (error instanceof ShapeError) error.message = `$${step}${error.message.slice(1)}`;
    throw error;
  }
  if (result !== value) at[key] = result;
}

/** How a property is read; of the JSON types that are named, it is only looked at whether it is one. */
export type PropertyReader = "string" | "number" | "boolean" | ValueReader<unknown>;

/** The properties of an object: those that must be there, and those that need not. */
export type Properties = readonly [
  required: Readonly<Record<string, PropertyReader>>,
  optional?: Readonly<Record<string, PropertyReader>>,
];

/**
 * Makes a reader of objects. Properties beyond those described stay as they are. The description is asked for with
 * the first object: types may contain each other, and loading a module costs nothing.
 */
export function objectOf<T>(describe: () => Properties): ValueReader<T> {
  let properties: Properties | undefined;
  let known: Map<string, PropertyReader> | undefined;
  return (value) => {
    properties ??= describe();
    known ??= new Map(Object.entries(Object.assign({}, ...properties) as Properties[0]));
    const [required] = properties;
    const object = readObject(value);
    for (const key in required) {
      if ((object[key] ?? null) === null) readProperty(object, key, required[key]!);
    }
    for (const key in object) {
      const read = known.get(key);
      if (read && object[key] !== null) readProperty(object, key, read);
    }
    return object as T;
  };
}

function readProperty(object: JsonObject, key: string, read: PropertyReader): void {
  if (typeof read === "function") readAt(object, key, read);
  else if (typeof object[key] !== read)
    readAt(object, key, (value) => mismatch(`a ${read}`, value));
}

/** Throws a {@link ShapeError}. */
export function mismatch(expected: string, value: unknown): never {
  const found = JSON.stringify(value)?.slice(0, 60) ?? "missing";
  throw new ShapeError(`$ should be ${expected}, but is ${found}`);
}

/** Makes a reader of objects whose kind a property tells; those of unknown kinds are read by `other`. */
export function byKind<T>(
  property: string,
  describeKinds: () => Readonly<Record<string, ValueReader<unknown>>>,
  other: ValueReader<unknown> = readObject,
): ValueReader<T> {
  let kinds: Readonly<Record<string, ValueReader<unknown>>> | undefined;
  return (value) => {
    const kind = String(readObject(value)[property]);
    kinds ??= describeKinds();
    return (Object.hasOwn(kinds, kind) ? kinds[kind]! : other)(value) as T;
  };
}

export function readObject(value: unknown): JsonObject {
  return typeof value === "object" && value && !Array.isArray(value)
    ? (value as JsonObject)
    : mismatch("an object", value);
}

export function readString(value: unknown): string {
  return typeof value === "string" ? value : mismatch("a string", value);
}

export function readNumber(value: unknown): number {
  return typeof value === "number" ? value : mismatch("a number", value);
}

export function readBoolean(value: unknown): boolean {
  return typeof value === "boolean" ? value : mismatch("a boolean", value);
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
    for (let index = 0; index < value.length; index++) readAt(value, index, read);
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

/** Lets a reader give properties the names that they have in the client: those on the wire come first. */
export function renamed<T>(
  read: ValueReader<unknown>,
  names: Readonly<Record<string, string>>,
): ValueReader<T> {
  return (value) => {
    const object = read(value) as JsonObject;
    const wire = { ...object };
    for (const name in names) delete object[name];
    for (const name in names) {
      if (Object.hasOwn(wire, name)) object[names[name]!] = wire[name];
    }
    return object as T;
  };
}

/** Reads the properties of an object that have no declaration of their own. */
export function withOthers<T>(
  read: ValueReader<T>,
  describeOther: () => ValueReader<unknown>,
  known: readonly string[],
): ValueReader<T> {
  return (value) => {
    const object = readObject(value);
    const readOther = describeOther();
    for (const key in object) if (!known.includes(key)) readAt(object, key, readOther);
    return read(object);
  };
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
