/** A JSON object that may be changed. */
export type Json = { [key: string]: unknown };

/** One way in which a contract can go wrong. */
export interface Mutation {
  readonly name: string;
  /** Whether the official packages tell enough for the oracle to notice. The diff must notice everything. */
  readonly oracle: boolean;
  /** Set if only words change, which the diff may call documentation. */
  readonly onlyWords?: boolean;
  /** The places in the document where it can happen, each as the words that `apply` needs. */
  sites(document: Json): readonly (readonly string[])[];
  /** Does it, in place. */
  apply(document: Json, site: readonly string[]): void;
}

/** The object at the path; fails if there is none. */
export function at(document: Json, ...path: readonly string[]): Json {
  let value: unknown = document;
  for (const key of path)
    value = isJson(value) || Array.isArray(value) ? (value as Json)[key] : undefined;
  if (!isJson(value)) throw new Error(`nothing at ${path.join("/")}`);
  return value;
}

/** The members of the object at the path that are objects themselves; none if there is nothing at the path. */
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

/** The strings of an array; none for anything else. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Gives the member another name and leaves the order as it is. */
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
