import { badRequest } from "../engine/errors.ts";
import { DEFAULT_PAGE_SIZE } from "../engine/unverified.ts";
import { parseDateTime } from "../spec/values.ts";

/** The page size a request asks for, cut down to the largest one. */
export function pageSize(query: URLSearchParams, largest: number): number {
  const text = query.get("maxPageSize");
  if (text === null) return Math.min(DEFAULT_PAGE_SIZE, largest);
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
  return text === null ? 0 : (parseDateTime(text) ?? 0);
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

/** The link to the next page: absolute, with the api-version, without braces. */
export function nextLink(
  origin: string,
  path: string,
  query: URLSearchParams,
  next: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(next);
  for (const name of ["startTime", "maxPageSize", "api-version"]) {
    const value = query.get(name);
    if (value !== null) parameters.set(name, value);
  }
  return `${origin}${path}?${parameters.toString()}`;
}
