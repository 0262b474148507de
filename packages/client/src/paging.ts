import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import type { PagedAsyncIterableIterator, PageSettings } from "@azure/core-paging";
import type { ClientCore } from "./core.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { clientCodes } from "./errors/codes.ts";
import { optionalInteger, requireId, requireObject } from "./guards.ts";
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
export interface PagedList<R, T> {
  /** The span's name. */
  name: string;
  /** The path of the list: a continuation token must lead there and nowhere else. */
  path: string;
  start: (
    restOptions: RestOptions,
  ) => PagedAsyncIterableIterator<R, R[] & { continuationToken?: string }, PageSettings>;
  convert: (item: R) => T;
}

/** The list as this package shows it. Each page is an operation with a span of its own. */
export function paged<R, T>(
  core: ClientCore,
  options: OperationOptions,
  list: PagedList<R, T>,
): ChatPagedIterator<T> {
  async function* pagesOf(settings: PageSettings): AsyncGenerator<ChatPage<T>, undefined> {
    for (let token = settings.continuationToken; ;) {
      // Started anew for each page, so that each has its own span and the pause between them none.
      const { done, value: page } = await operation(core, list.name, options, (restOptions) =>
        list
          .start(restOptions)
          .byPage({ ...settings, ...(token !== undefined && { continuationToken: token }) })
          .next(),
      );
      if (done) return;
      const next = page.continuationToken;
      if (next !== undefined) checkNextLink(core, list.path, next, token);
      yield convertPage(page, list.convert);
      if (next === undefined) return;
      token = next;
    }
  }

  function byPage(settings: PageSettings = {}): AsyncGenerator<ChatPage<T>, undefined> {
    const { maxPageSize, continuationToken } = requireObject(settings, "settings");
    optionalInteger(maxPageSize, "settings.maxPageSize", 1);
    if (continuationToken !== undefined) requireLinkTo(core, list.path, continuationToken);
    return pagesOf({
      ...(maxPageSize !== undefined && { maxPageSize }),
      ...(continuationToken !== undefined && { continuationToken }),
    });
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
    async toArray({ limit = Infinity } = {}) {
      if (limit !== Infinity) optionalInteger(limit, "limit", 0);
      const all: T[] = [];
      if (limit === 0) return all;
      for await (const page of pagesOf({})) {
        for (const item of page) all.push(item);
        if (all.length >= limit) return all.slice(0, limit);
      }
      return all;
    },
  };
}

/** In place: a page of another array would double what a page costs. */
function convertPage<R, T>(
  page: R[] & { continuationToken?: string },
  convert: (item: R) => T,
): ChatPage<T> {
  const items = page as unknown[];
  for (let index = 0; index < items.length; index += 1) items[index] = convert(page[index]!);
  return items as ChatPage<T>;
}

/** The token must not travel to another origin, and a page that follows itself has no end. */
function checkNextLink(
  core: ClientCore,
  path: string,
  next: string,
  token: string | undefined,
): void {
  const { origin } = new URL(core.context.endpoint);
  if (parseLink(core, next)?.origin !== origin) {
    throw new ChatServiceError(
      `The next link of ${path} leads away from ${origin}: it is not followed.`,
      { code: clientCodes.foreignLink },
    );
  }
  if (next === token) {
    throw new ChatServiceError(`The next link of ${path} leads to the page that it stands on.`, {
      code: clientCodes.parseError,
    });
  }
}

/** A token of another list would give that list's items, and call them this one's. */
function requireLinkTo(core: ClientCore, path: string, token: unknown): void {
  const argument = "settings.continuationToken";
  requireId(token, argument);
  const link = parseLink(core, token as string);
  if (link?.origin !== new URL(core.context.endpoint).origin) {
    throw new ChatArgumentError(argument, "is no continuation token of this endpoint");
  }
  if (decodePath(link) !== path) throw new ChatArgumentError(argument, "belongs to another list");
}

function parseLink(core: ClientCore, link: string): URL | undefined {
  const base = `${core.context.endpoint}/`;
  return URL.canParse(link, base) ? new URL(link, base) : undefined;
}

function decodePath(link: URL): string | undefined {
  try {
    return decodeURIComponent(link.pathname);
  } catch {
    return undefined;
  }
}
