import { badRequest } from "../engine/errors.ts";
import { parseDateTime, parseUsDateTime } from "../spec/values.ts";
import type { Call } from "./operations/operation.ts";

/** The page sizes of a list. */
export interface PageSizes {
  /** The default page size. */
  readonly usual: number;
  /** The largest page size. */
  readonly largest: number;
}

/** The requested page. */
export interface PageWish {
  /** The most items on the page. */
  readonly limit: number;
  /** True if a fault shortens the page. It then always has a next link. */
  readonly short: boolean;
}

/** Reads the requested page size. */
export function pageWish(call: Call, sizes: PageSizes): PageWish {
  const limit = sizeOf(call.query, sizes);
  const { pageItems } = call;
  return pageItems === undefined
    ? { limit, short: false }
    : { limit: Math.min(limit, pageItems), short: true };
}

/** Returns the requested page size, reduced to the largest one. */
function sizeOf(query: URLSearchParams, { usual, largest }: PageSizes): number {
  const text = query.get("maxPageSize");
  if (text === null) return usual;
  const size = Number(text);
  if (size < 1) throw badRequest("maxPageSize must be at least 1.");
  return Math.min(size, largest);
}

/** Returns the number of items to skip. */
export function skipOf(query: URLSearchParams): number {
  const skip = Number(query.get("skip") ?? 0);
  if (skip < 0) throw badRequest("skip must not be negative.");
  return skip;
}

/** Returns the start time of a list in epoch milliseconds; 0 if none is given. */
export function startTimeOf(query: URLSearchParams): number {
  const text = query.get("startTime");
  return text === null ? 0 : (parseDateTime(text) ?? parseUsDateTime(text) ?? 0);
}

/** Encodes a position in a list as text that is safe in URLs. */
export function packCursor(parts: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * Decodes a position in a list.
 * @throws {@link ServiceError} 400 if the emulator did not create it.
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
  if (!valid) throw badRequest("syncState is not a position in this list.");
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
 * Returns the link to the next page: absolute, without braces, with the parameters in the order of
 * the service. `maxPageSize` (if the request has it) and the API version come last.
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
