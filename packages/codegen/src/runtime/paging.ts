import type { PagedAsyncIterableIterator, PageSettings } from "@azure/core-paging";
import { RestError } from "@azure/core-rest-pipeline";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import {
  arrayOf,
  readAt,
  readObject,
  readString,
  type JsonObject,
  type ValueReader,
} from "./read.ts";
import { query, type UrlValue } from "./url.ts";

/** One page of a list: its items, and where the next page begins, if there is one. */
export type Page<T> = T[] & { continuationToken?: string };

/** Fetches a page: the first one, or the one that a token leads to. */
type FetchPage<T> = (
  token: string | undefined,
  maxPageSize: number | undefined,
) => Promise<Page<T>>;

/** Iterates over a list, item by item or page by page. */
export function paged<T>(
  fetchPage: FetchPage<T>,
): PagedAsyncIterableIterator<T, Page<T>, PageSettings> {
  async function* byPage({
    continuationToken: token,
    maxPageSize,
  }: PageSettings = {}): AsyncGenerator<Page<T>, void, undefined> {
    const seen = new Set<string>();
    do {
      if (token) seen.add(token);
      const page = await fetchPage(token, maxPageSize);
      token = page.continuationToken;
      if (token && seen.has(token)) {
        throw new RestError("The list has no end: a page leads back to one that was read before", {
          code: RestError.PARSE_ERROR,
        });
      }
      yield page;
    } while (token);
  }
  async function* items(): AsyncGenerator<T, void, undefined> {
    for await (const page of byPage()) yield* page;
  }
  // Asked for its iterator, a generator gives itself: with what is added here.
  const iterator: object = Object.assign(items(), { byPage });
  return iterator as PagedAsyncIterableIterator<T, Page<T>>;
}

/** Reads a page whose items and next link are properties of the answer. */
export function pageOf<T>(read: ValueReader<T>, items: string, link = ""): ValueReader<Page<T>> {
  return (value) => {
    const body = readObject(value);
    readAt(body, items, arrayOf(read));
    return toPage(body[items] as T[], body[link], link);
  };
}

/** Reads a page whose items lie deeper in the answer, or whose token does, or comes in a header. */
export function pageAt<T>(
  read: ValueReader<T>,
  items: readonly string[],
  token: readonly string[] | string,
) {
  return (value: unknown, response: PipelineResponse): Page<T> => {
    let holder = readObject(value);
    for (const name of items.slice(0, -1)) {
      readAt(holder, name, readObject);
      holder = holder[name] as JsonObject;
    }
    const last = items.at(-1) ?? "value";
    readAt(holder, last, arrayOf(read));
    let next: unknown = value;
    if (typeof token === "string") next = response.headers.get(token);
    else for (const name of token) next = (next as JsonObject | null | undefined)?.[name];
    return toPage(holder[last] as T[], next);
  };
}

/** Says where the page behind a counted one begins: one with fewer items than asked for, or without any, is the last. */
export function countPage<T>(page: Page<T>, next: number, size?: number): Page<T> {
  if (page.length > 0 && page.length >= (size ?? 0)) page.continuationToken = String(next);
  return page;
}

/** Makes a page of its items; an empty token is none. */
export function toPage<T>(items: T[], token: unknown, key?: string): Page<T> {
  const page: Page<T> = items;
  if (token) page.continuationToken = readString(token, key);
  return page;
}

/** Adds a query parameter to a link that does not have it. */
export function queryAgain(url: string, name: string, value: UrlValue | null | undefined): string {
  return new URL(url).searchParams.has(name) ? url : query(url, { [name]: value });
}
