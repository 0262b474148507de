import type { PagedAsyncIterableIterator } from "@azure/core-paging";
import { getContinuationToken } from "../dist/2025-03-15/index.js";
import { getContinuationToken as getPreviewToken } from "../dist/2024-06-05-preview/index.js";

/** Reads all pages of a list from either client. Returns the items and the continuation token of each. */
export async function pagesOf(
  list: PagedAsyncIterableIterator<unknown, readonly unknown[]>,
): Promise<unknown> {
  const pages: unknown[] = [];
  for await (const page of list.byPage()) {
    const ours = (page as { readonly continuationToken?: string }).continuationToken;
    const continuationToken = ours ?? getContinuationToken(page) ?? getPreviewToken(page);
    pages.push({ items: [...page], continuationToken });
  }
  return pages;
}

/** Reads all bytes of a streamed response of AutoRest's client. */
export async function streamed(response: {
  readonly readableStreamBody?: NodeJS.ReadableStream;
}): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.readableStreamBody ?? []) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
