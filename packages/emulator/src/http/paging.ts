import { badRequest } from "../engine/errors.ts";
import { parseDateTime, parseUsDateTime } from "../spec/values.ts";
import type { Call } from "./operations/operation.ts";

/** How many items the pages of a list have. */
export interface PageSizes {
  /** When the request does not say. */
  readonly usual: number;
  /** However many the request wants. */
  readonly largest: number;
}

/** What a request wants of a page. */
export interface PageWish {
  /** Most items on the page. */
  readonly limit: number;
  /** Whether a fault cuts the page: then there is a next link, come what may. */
  readonly short: boolean;
}

/** Reads how many items a page is to have. */
export function pageWish(call: Call, sizes: PageSizes): PageWish {
  const limit = sizeOf(call.query, sizes);
  const { pageItems } = call;
  return pageItems === undefined
    ? { limit, short: false }
    : { limit: Math.min(limit, pageItems), short: true };
}

/** The page size a request asks for, cut down to the largest one. */
export function sizeOf(query: URLSearchParams, { usual, largest }: PageSizes): number {
  const text = query.get("maxPageSize");
  if (text === null) return usual;
  const size = Number(text);
  if (size < 1) throw badRequest("maxPageSize must be at least 1.");
  return Math.min(size, largest);
}

/** How many items to leave out. */
export function skipOf(query: URLSearchParams): number {
  const skip = Number(query.get("skip") ?? 0);
  if (skip < 0) throw badRequest("skip must not be negative.");
  return skip;
}

/** The start time of a list in epoch milliseconds; 0 if none is given. */
export function startTimeOf(query: URLSearchParams): number {
  const text = query.get("startTime");
  return text === null ? 0 : (parseDateTime(text) ?? parseUsDateTime(text) ?? 0);
}

/** Packs a place in a list into text that is safe in a URL. */
export function packCursor(parts: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * Unpacks a place in a list.
 * @throws {@link ServiceError} 400 if it is not one that the emulator gave.
 */
export function unpackCursor<const T extends readonly ("number" | "string")[]>(
  query: URLSearchParams,
  types: T,
): { [K in keyof T]: T[K] extends "number" ? number : string } | undefined {
  const text = query.get("syncState");
  if (text === null) return undefined;
  const parts = parse(text);
  const valid =
    Array.isArray(parts) &&
    parts.length === types.length &&
    types.every((type, index) => typeof parts[index] === type);
  if (!valid) throw badRequest("syncState is not a place in this list.");
  return parts as { [K in keyof T]: T[K] extends "number" ? number : string };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
}

/**
 * The link to the next page: absolute, without braces, its parameters in the order in which the
 * service writes them. `maxPageSize` (if the request has it) and the api-version come last.
 */
export function nextLink(
  call: Call,
  path: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const all = new Map(Object.entries(parameters));
  for (const name of ["maxPageSize", "api-version"]) {
    const value = call.query.get(name);
    if (value !== null && !all.has(name)) all.set(name, value);
  }
  const query = [...all].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${call.origin}${path}?${query.join("&")}`;
}
