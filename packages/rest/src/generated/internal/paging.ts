// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { PageSettings, PagedAsyncIterableIterator } from "@azure/core-paging";
import { RestError } from "@azure/core-rest-pipeline";
import { arrayOf, isObject, readAt } from "./read.ts";
import type { JsonObject, ValueReader } from "./read.ts";
import { ShapeError } from "./walk.ts";
import type { Walk } from "./walk.ts";

/** One page of a list: its items, and the token of the next page if there is one. */
export type Page<T> = T[] & { continuationToken?: string };

/** Fetches the first page, or the page of a token. */
type FetchPage<T> = (
  token: string | undefined,
  maxPageSize: number | undefined,
) => Promise<Page<T>>;

/** Returns an iterator over a list, by item or by page. */
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
        throw new RestError("The list is endless: a page links to an earlier page", {
          code: RestError.PARSE_ERROR,
        });
      }
      yield page;
    } while (token);
  }
  async function* items(): AsyncGenerator<T, void, undefined> {
    for await (const page of byPage()) yield* page;
  }
  // A generator is its own iterator, including the properties added here.
  const iterator: object = Object.assign(items(), { byPage });
  return iterator as PagedAsyncIterableIterator<T, Page<T>>;
}

/** Reads a page whose items and next link are properties of the body. A page without `optional` items is empty. */
export function pageOf<T>(
  read: ValueReader<T>,
  items: string,
  link = "",
  optional = false,
): ValueReader<Page<T>> {
  return (value, walk) =>
    isObject(value, walk)
      ? toPage(itemsAt(value, [items], walk, read, optional), value[link], link)
      : [];
}

/** Returns the items of a page: none if they, or an object on the path to them, are missing. */
function itemsAt<T>(
  holder: JsonObject,
  [key = "", ...deeper]: readonly string[],
  walk: Walk,
  read: ValueReader<T>,
  optional: boolean,
): T[] {
  if (optional && (holder[key] ?? null) === null) return [];
  let found: T[] = [];
  readAt(holder, key, walk, (value) => {
    if (deeper.length > 0) {
      if (isObject(value, walk)) found = itemsAt(value, deeper, walk, read, optional);
    } else {
      const items: unknown = arrayOf(read)(value, walk) ?? [];
      if (!Array.isArray(items)) throw new ShapeError(`$.${key} should be an array`);
      found = items as T[];
    }
    return value;
  });
  return found;
}

/** Creates a page of items. An empty token means that there is no next page. */
function toPage<T>(items: T[], token: unknown, name: string): Page<T> {
  const page: Page<T> = items;
  if (!token) return page;
  // A list that cannot be continued must not end as if it were complete.
  if (typeof token !== "string") throw new ShapeError(`$.${name} should be a string`);
  page.continuationToken = token;
  return page;
}
