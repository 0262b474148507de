/** An object that the service sent, its fields not looked at yet. */
export type Fields = Record<string, unknown>;

/** An object from JSON; undefined for anything else. */
export function parseObject(json: unknown): Fields | undefined {
  try {
    // Nothing at all is frequent, and an exception is dear.
    const value: unknown = json && JSON.parse(json as string);
    return typeof value === "object" && value ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A text that has to be there.
 * @throws `Error` that names the field.
 */
export function text(fields: Fields, key: string): string {
  const value = fields[key];
  return typeof value === "string" && value ? value : fail(key);
}

/** A field is missing or makes no sense. */
export function fail(key: string): never {
  throw new Error(`${key} makes no sense`);
}

/** JSON of those properties alone whose names match; items of arrays have their numbers as names. */
export const stringify = (value: unknown, names: RegExp): string =>
  JSON.stringify(value, (name, inner: unknown) => (names.test(name) ? inner : undefined));
