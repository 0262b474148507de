// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

import type { PageSettings, PagedAsyncIterableIterator } from "@azure/core-paging";
import type { ClientContext } from "./context.ts";
import { arrayOf, readObject, required } from "./read.ts";
import type { ValueReader } from "./read.ts";

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
  const pages = async function* (
    settings: PageSettings = {},
  ): AsyncGenerator<Page<T>, void, undefined> {
    let token = settings.continuationToken;
    do {
      const page = await fetchPage(token, settings.maxPageSize);
      token = page.continuationToken;
      yield page;
    } while (token);
  };
  const items = eachOf(pages());
  const iterator: PagedAsyncIterableIterator<T, Page<T>, PageSettings> = {
    next: items,
    [Symbol.asyncIterator]: () => iterator,
    byPage: pages,
  };
  return iterator;
}

/** Gives the items of pages one by one. Calls that overlap are answered in their order. */
function eachOf<T>(pages: AsyncIterator<readonly T[]>): () => Promise<IteratorResult<T>> {
  let page: readonly T[] = [];
  let index = 0;
  let turn: Promise<unknown> | undefined;

  const advance = async (): Promise<IteratorResult<T>> => {
    while (index >= page.length) {
      const { done, value } = await pages.next();
      if (done) return { done, value: undefined };
      page = value;
      index = 0;
    }
    return { done: false, value: page[index++] as T };
  };

  return () => {
    if (turn === undefined && index < page.length) {
      return Promise.resolve({ done: false, value: page[index++] as T });
    }
    const result = turn === undefined ? advance() : turn.then(advance, advance);
    turn = result;
    const settled = (): void => {
      if (turn === result) turn = undefined;
    };
    result.then(settled, settled);
    return result;
  };
}

/** Reads a page whose items and next link are properties of the answer. */
export function pageOf<T>(
  read: ValueReader<T>,
  items: string,
  link?: string,
): ValueReader<Page<T>> {
  return (value) => {
    const body = readObject(value);
    required(body, arrayOf(read), items);
    return toPage(body[items] as T[], link === undefined ? undefined : body[link]);
  };
}

/** Makes a page of its items; an empty token is none. */
export function toPage<T>(items: T[], token: unknown): Page<T> {
  const page: Page<T> = items;
  if (typeof token === "string" && token !== "") page.continuationToken = token;
  return page;
}

/** The URL of a link that an answer gave; it must not lead to another origin. */
export function linkUrl(context: ClientContext, link: string): string {
  const base = `${context.endpoint}/`;
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  const { origin } = new URL(base);
  if (url?.origin !== origin) {
    throw new Error(
      `Refused to follow a link to ${url?.origin ?? link}: it must stay at ${origin}`,
    );
  }
  return url.href;
}
