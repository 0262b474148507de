import { textOf, type TextValue } from "./texts.ts";

/** Resolves a URL against the endpoint. Throws if the result has another origin. */
export function sameOrigin(endpoint: string, target: string): string {
  if (target.startsWith(`${endpoint}/`)) return target;
  // White space before the slash would be part of the URL.
  const { origin, href } = new URL(target, `${String(endpoint).trim()}/`);
  const home = new URL(endpoint).origin;
  if (origin !== home) throw new Error(`Refused ${origin}: requests must stay at ${home}`);
  return href;
}

/** Writes an argument into the path. Throws if it would change the meaning of the URL. */
export function segment(name: string, value: TextValue | null | undefined): string {
  const text = textOf(value ?? "");
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`${name} must not be "${text}"`);
  return encodeURIComponent(text);
}

/** Writes a part of a base URL. Throws if it would change the host or path. */
export function urlPart(name: string, value: TextValue | undefined): string {
  const text = textOf(value ?? "");
  if (!/^[^/\\?#@\s]+$/.test(text)) {
    throw new TypeError(`${name} cannot be part of a URL: ${JSON.stringify(text)}`);
  }
  return text;
}

/** Writes a part of the path of a base URL, without slashes around it. Throws if it would leave the path. */
export function urlPath(name: string, value: TextValue | undefined): string {
  const text = textOf(value ?? "").replace(/^\/+|\/+$/g, "");
  if (text !== "" && /[\\?#\s]|(^|\/)\.{0,2}\//.test(`${text}/`)) {
    throw new TypeError(`${name} cannot be part of a path: ${JSON.stringify(text)}`);
  }
  return text;
}

/** Writes an argument that is a path, with a slash before it; empty if the argument is. */
export function subpath(name: string, value: string | null | undefined): string {
  const text = expand("+", name, (value ?? "").replace(/^\/+|\/+$/g, ""), false);
  return text === "" ? "" : `/${text}`;
}

/** Adds the query parameters that have a value. */
export function query(
  url: string,
  values: Readonly<Record<string, TextValue | null | undefined>>,
): string {
  let separator = url.includes("?") ? "&" : "?";
  for (const name in values) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    url += `${separator}${name}=${encodeURIComponent(textOf(value))}`;
    separator = "&";
  }
  return url;
}

/** Adds one query parameter per value. */
export function queryEach(
  url: string,
  name: string,
  values: readonly (TextValue | null | undefined)[] | null | undefined,
): string {
  let result = url;
  for (const value of values ?? []) result = query(result, { [name]: value ?? "" });
  return result;
}

/** Returns a list from several values, a single one, or none. */
export function listOf<T>(values: T | readonly T[] | null | undefined): readonly T[] | undefined {
  if (values === undefined || values === null) return undefined;
  return Array.isArray(values) ? (values as readonly T[]) : [values as T];
}

/** Adds a list as one query parameter. */
export function queryList(
  url: string,
  name: string,
  values: readonly (TextValue | null | undefined)[] | null | undefined,
  separator: string,
): string {
  if (!values) return url;
  const text = values
    .map((value) => encodeURIComponent(textOf(value ?? "")))
    .join(separator === "," ? "," : encodeURIComponent(separator));
  return `${url}${url.includes("?") ? "&" : "?"}${name}=${text}`;
}

type NamedValues = Readonly<Record<string, TextValue | null | undefined>>;

/** Returns the entries of an object that have a value. */
function present(values: NamedValues): [string, TextValue][] {
  const entries = Object.entries(values);
  return entries.filter(
    (entry): entry is [string, TextValue] => (entry[1] ?? undefined) !== undefined,
  );
}

/** Adds a record: one query parameter per entry, or one that lists names and values. */
export function queryRecord(
  url: string,
  name: string,
  values: NamedValues | null | undefined,
  explode: boolean,
): string {
  if (!values) return url;
  if (!explode) return queryList(url, name, present(values).flat(), ",");
  let result = url;
  for (const [key, value] of present(values)) {
    // The names of a record come from the caller, so they are encoded like values.
    result = query(result, { [encodeURIComponent(key)]: value });
  }
  return result;
}

/** A value for the expansion of a URI template (RFC 6570). */
export type ExpansionValue =
  | TextValue
  | readonly (TextValue | null)[]
  | NamedValues
  | null
  | undefined;

/** Writes an argument into the path, in the style of an RFC 6570 operator. */
export function expand(
  operator: "" | "+" | "#" | "." | "/" | ";",
  name: string,
  value: ExpansionValue,
  explode: boolean,
): string {
  if (value === undefined || value === null) return "";
  const encode = (part: TextValue): string =>
    operator === "+" || operator === "#"
      ? encodeURI(textOf(part))
          .replace(/%25([0-9a-f]{2})/gi, "%$1")
          .replace(/[?#]/g, encodeURIComponent)
      : encodeURIComponent(textOf(part));
  const isList = Array.isArray(value);
  const isRecord = typeof value === "object" && !isList;
  const named = operator === ";";
  let parts: string[];
  if (isRecord) {
    parts = present(value as NamedValues).flatMap(([key, part]) =>
      explode ? [`${encode(key)}=${encode(part)}`] : [encode(key), encode(part)],
    );
  } else {
    parts = (isList ? (value as readonly (TextValue | null)[]) : [value as TextValue]).map((part) =>
      encode(part ?? ""),
    );
    if (named && explode) parts = parts.map((part) => `${name}=${part}`);
  }
  for (const part of parts) {
    // In a path, each step between slashes is checked.
    const steps = operator === "+" ? part.split("/") : [part];
    if (part === "" && operator !== "+") throw new TypeError(`${name} must not be empty`);
    for (const step of steps) {
      if (step === "." || step === "..") throw new TypeError(`${name} must not be "${step}"`);
    }
  }
  const first = operator === "+" ? "" : operator;
  const separator = explode && first !== "" && first !== "#" ? first : ",";
  const joined = parts.join(separator);
  return first + (named && !explode ? `${name}=` : "") + joined;
}
