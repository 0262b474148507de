/** A mutable JSON object. */
export type Json = { [key: string]: unknown };

/** A change of a contract that the diff must report. */
export interface Mutation {
  readonly name: string;
  /** Whether the oracle must report the change, too. It cannot report what the official packages do not contain. */
  readonly oracle: boolean;
  /** Whether only documentation changes. The diff then reports a documentation change. */
  readonly onlyWords?: boolean;
  /** Returns the places in the document where the change is possible. */
  sites(document: Json): readonly (readonly string[])[];
  /** Changes the document at one of these places. */
  apply(document: Json, site: readonly string[]): void;
}

/** Returns the object at the path. Throws if there is none. */
export function at(document: Json, ...path: readonly string[]): Json {
  let value: unknown = document;
  for (const key of path)
    value = isJson(value) || Array.isArray(value) ? (value as Json)[key] : undefined;
  if (!isJson(value)) throw new Error(`no object at ${path.join("/")}`);
  return value;
}

/** Returns the members of the object at the path that are objects; empty if there is no object. */
export function membersAt(
  document: Json,
  ...path: readonly string[]
): readonly (readonly [string, Json])[] {
  let value: unknown = document;
  for (const key of path)
    value = isJson(value) || Array.isArray(value) ? (value as Json)[key] : undefined;
  if (!isJson(value) && !Array.isArray(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, Json] => isJson(entry[1]));
}

/** Returns the strings in an array; empty for other values. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Renames a member and keeps the order. */
export function rename(object: Json, from: string, to: string): void {
  const entries = Object.entries(object).map(
    ([key, value]) => [key === from ? to : key, value] as const,
  );
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, Object.fromEntries(entries));
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
