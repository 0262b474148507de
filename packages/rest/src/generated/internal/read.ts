// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

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
