import type { OperationOptions as RestOptions, Page } from "@acs-chat/rest";
import type { PagedAsyncIterableIterator, PageSettings } from "@azure/core-paging";
import type { ClientCore } from "./core.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { foreignLink } from "./errors/codes.ts";
import { unexpectedAnswer } from "./errors/unexpected-answer.ts";
import {
  check,
  fieldsOf,
  requireCount,
  requireObject,
  requireSize,
  requireString,
} from "./guards.ts";
import type { OperationOptions } from "./options.ts";
import { operation } from "./operation.ts";

/** The items of one page, and how to go on behind them. */
export type ChatPage<T> = T[] & {
  /**
   * Give it to `byPage` to go on with the page after this one, in another process if need be. Absent on
   * the last page. Treat it as opaque, and as private: it names the thread.
   */
  continuationToken?: string;
};

/** A list: iterate it, go through it page by page, or take it as an array. */
export interface ChatPagedIterator<T> extends PagedAsyncIterableIterator<
  T,
  ChatPage<T>,
  PageSettings
> {
  [Symbol.asyncIterator](): ChatPagedIterator<T>;
  /**
   * All items in one array, or the first `limit`.
   *
   * @param options - `limit`: at most so many; `Infinity` when absent
   */
  toArray(options?: { limit?: number }): Promise<T[]>;
}

/** A list of the low-level package, and what to make of its items. */
export interface PagedList<R, T, Options> {
  /** The span's name. */
  name: string;
  /** The path of the list below the endpoint's: a continuation token must lead there and nowhere else. */
  path: string;
  start: (options: Options & RestOptions) => PagedAsyncIterableIterator<R, Page<R>, PageSettings>;
  convert: (item: R) => T;
}

/** The list as this package shows it. Each page is an operation with a span of its own. */
export function paged<R, T, Options extends OperationOptions>(
  core: ClientCore,
  options: Options,
  list: PagedList<R, T, Options>,
): ChatPagedIterator<T> {
  const base = `${core.context.endpoint}/`;
  const { origin } = new URL(base);
  /** The path that a link leads to at this endpoint; nothing if it leads elsewhere, or nowhere. */
  const pathOf = (link: string): string | undefined => {
    try {
      const url = new URL(link, base);
      // Links name ids with and without escapes.
      return url.origin === origin ? decodeURIComponent(url.pathname) : undefined;
    } catch {
      return undefined;
    }
  };

  async function* pagesOf(settings: PageSettings): AsyncGenerator<ChatPage<T>, undefined> {
    const seen = new Set([settings.continuationToken]);
    for (let next: string | undefined; ; settings = { continuationToken: next }) {
      // Started anew for each page, so that each has its own span and the pause between them none.
      const { done, value: page } = await operation(list.name, options, (checked) =>
        list.start(checked).byPage(settings).next(),
      );
      if (done) return;
      next = page.continuationToken;
      if (next !== undefined) {
        if (pathOf(next) === undefined) {
          throw new ChatServiceError(`Refused nextLink: requests must stay at ${origin}`, {
            code: foreignLink,
          });
        }
        // Such a list has no end.
        if (seen.has(next)) unexpectedAnswer(next, "nextLink", "another page");
        seen.add(next);
      }
      // In place: a page of another array would double what a page costs.
      for (let index = 0; index < page.length; index += 1)
        (page as unknown[])[index] = list.convert(page[index]!);
      yield page as unknown as ChatPage<T>;
      if (next === undefined) return;
    }
  }

  const settingsGuard = fieldsOf({
    maxPageSize: requireSize,
    continuationToken(token, argument) {
      // One of another list would give that list's items, and call them this one's.
      const right = pathOf(requireString(token, argument)) === pathOf(base) + list.path;
      check(right, argument, "a token of this list", token);
    },
  });

  function byPage(settings: PageSettings = {}): AsyncGenerator<ChatPage<T>, undefined> {
    settingsGuard(settings, "settings");
    const { continuationToken, maxPageSize } = settings;
    if (!continuationToken || !maxPageSize) return pagesOf({ ...settings });
    // The page size is a part of the link.
    const link = new URL(continuationToken, base);
    link.searchParams.set("maxPageSize", `${maxPageSize}`);
    return pagesOf({ continuationToken: link.href });
  }

  async function* allItems(): AsyncGenerator<T, undefined> {
    for await (const page of pagesOf({})) yield* page;
  }

  const items = allItems();
  return {
    next: () => items.next(),
    [Symbol.asyncIterator]() {
      return this;
    },
    byPage,
    async toArray(settings = {}) {
      const { limit = Infinity } = requireObject(settings, "options");
      if (limit !== Infinity) requireCount(limit, "limit");
      const all: T[] = [];
      if (limit) for await (const item of allItems()) if (all.push(item) >= limit) break;
      return all;
    },
  };
}
