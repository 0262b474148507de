import type { OperationOptions as RestOptions, Page } from "@acs-chat/rest";
import type { PagedAsyncIterableIterator, PageSettings } from "@azure/core-paging";
import type { ClientCore, CoreSource } from "./core.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { foreignLink } from "./errors/codes.ts";
import { unexpectedAnswer } from "./errors/unexpected-answer.ts";
import { optionsOf, readExactFields, readFields } from "./fields.ts";
import { check, nullIsAbsent, requireCount, requireSize, requireString } from "./guards.ts";
import { operation } from "./operation.ts";

/** The items of one page, with the token of the next page. */
export type ChatPage<T> = T[] & {
  /**
   * Pass this token to `byPage` to continue with the next page, also in another process. Absent on the last page.
   * Treat it as opaque, and as private because it contains the thread's id.
   */
  continuationToken?: string;
};

/** A list to iterate item by item or page by page, or to read into an array. */
export interface ChatPagedIterator<T> extends PagedAsyncIterableIterator<
  T,
  ChatPage<T>,
  PageSettings
> {
  [Symbol.asyncIterator](): ChatPagedIterator<T>;
  /**
   * Returns the items as an array.
   *
   * @param options - `limit`: the maximum number of items. Default: no limit.
   */
  toArray(options?: { limit?: number }): Promise<T[]>;
}

/** A list of the low-level package, with the conversion of its items. */
export interface PagedList<R, T> {
  /** The name of the span. */
  name: string;
  /** The path of the list, relative to the endpoint. A continuation token with another path is rejected. */
  path: () => string;
  /** The checked options of the list. */
  options: RestOptions;
  start: (
    core: ClientCore,
    options: RestOptions,
  ) => PagedAsyncIterableIterator<R, Page<R>, PageSettings>;
  convert: (item: R) => T;
}

/**
 * Returns a list of converted items. Each page is an operation with its own span.
 *
 * @param source - Read with the first page, so an invalid argument of the client rejects that page.
 */
export function paged<R, T>(source: CoreSource, list: PagedList<R, T>): ChatPagedIterator<T> {
  async function* pagesOf(settings: PageSettings): AsyncGenerator<ChatPage<T>, undefined> {
    const core = source.get();
    list.path();
    const links = linksOf(core);
    const seen = new Set([settings.continuationToken]);
    for (let next: string | undefined; ; settings = { continuationToken: next }) {
      // Each page is a separate operation, so that it has its own span. The time between pages belongs to no span.
      const { done, value: page } = await operation(list.name, list.options, (traced) =>
        list.start(core, traced).byPage(settings).next(),
      );
      if (done) return;
      next = page.continuationToken;
      if (next !== undefined) {
        checkNextLink(links, next);
        // A link that repeats would make the list endless.
        if (seen.has(next)) unexpectedAnswer(next, "nextLink", "another page");
        seen.add(next);
      }
      yield convertInPlace(page, list.convert);
      if (next === undefined) return;
    }
  }

  function byPage(settings: PageSettings | null = {}): AsyncGenerator<ChatPage<T>, undefined> {
    const { continuationToken, maxPageSize } = readFields(
      optionsOf(settings, "settings"),
      settingsGuards,
      "settings",
    );
    if (!continuationToken) {
      return pagesOf(maxPageSize === undefined ? {} : { maxPageSize });
    }
    const { base, pathOf } = linksOf(source.get());
    // A token of another list would return the items of that list.
    const right = pathOf(continuationToken) === pathOf(base) + list.path();
    check(right, "settings.continuationToken", "a token of this list", continuationToken);
    if (maxPageSize === undefined) return pagesOf({ continuationToken });
    // The link contains the page size.
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
      const { limit = Infinity } = readExactFields(settings, arrayGuards, "options", "");
      const all: T[] = [];
      if (limit) for await (const item of allItems()) if (all.push(item) >= limit) break;
      return all;
    },
  };
}

/** @throws ChatServiceError if a link to the next page leads to another origin. */
function checkNextLink({ origin, pathOf }: ReturnType<typeof linksOf>, link: string): void {
  if (pathOf(link) !== undefined) return;
  throw new ChatServiceError(`Refused nextLink: requests must stay at ${origin}`, {
    code: foreignLink,
  });
}

/** Converts the items of a page. A second array would double the cost of the page. */
function convertInPlace<R, T>(page: Page<R>, convert: (item: R) => T): ChatPage<T> {
  for (let index = 0; index < page.length; index += 1)
    (page as unknown[])[index] = convert(page[index]!);
  return page as unknown as ChatPage<T>;
}

const arrayGuards = {
  limit: (value: unknown, argument: string) =>
    value === Infinity ? Infinity : requireCount(value, argument),
};

const settingsGuards = {
  maxPageSize: nullIsAbsent(requireSize),
  continuationToken: nullIsAbsent(requireString),
};

/** Returns the endpoint's base URL and origin, and a function that resolves links against them. */
function linksOf({ context }: ClientCore) {
  const base = `${context.endpoint}/`;
  const { origin } = new URL(base);
  return {
    base,
    origin,
    /** Returns the path of a link; `undefined` if the link is invalid or has another origin. */
    pathOf(link: string): string | undefined {
      try {
        const url = new URL(link, base);
        // Ids in links can be percent-encoded or not.
        return url.origin === origin ? decodeURIComponent(url.pathname) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
