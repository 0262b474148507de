import { headingSlug } from "../links.ts";
import type { StagedPage } from "./stage.ts";

/** A searchable part of a page. */
export interface SearchEntry {
  /** The path with an anchor, relative to the site. */
  readonly url: string;
  readonly title: string;
  /** The heading of the part; empty for the beginning of a page. */
  readonly heading: string;
  readonly text: string;
  readonly kind: StagedPage["kind"];
}

/** Splits pages at their headings. */
export function searchEntries(pages: readonly StagedPage[]): SearchEntry[] {
  return pages.flatMap((page) => {
    const used = new Map<string, number>();
    return partsOf(page.markdown).flatMap(({ heading, body }) => {
      const text = plainText(body);
      const anchor = heading === "" ? "" : `#${unique(headingSlug(heading), used)}`;
      if (heading !== "" && text === "") return [];
      const { title, kind, slug } = page;
      return [{ url: `${slug}.html${anchor}`, title, heading: plainText(heading), text, kind }];
    });
  });
}

/** Returns the text before the first heading, then each heading with its text. */
function partsOf(markdown: string): { readonly heading: string; readonly body: string }[] {
  const parts = [{ heading: "", body: "" }];
  let isCode = false;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) isCode = !isCode;
    const heading = isCode ? undefined : /^#{2,6} (.*)/.exec(line)?.[1];
    if (heading === undefined) parts.at(-1)!.body += `${line}\n`;
    else parts.push({ heading: heading.trim(), body: "" });
  }
  return parts;
}

/** Appends a number to the anchor of a repeated heading, as GitHub does. */
function unique(slug: string, used: Map<string, number>): string {
  const count = used.get(slug) ?? 0;
  used.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}

/** Returns text without Markdown syntax, fences, tags and link targets. */
function plainText(markdown: string): string {
  return markdown
    .replaceAll(/<figure class="diagram">.*?<\/figure>/g, " ")
    .replaceAll(/^```.*$/gm, " ")
    .replaceAll(/!?\[((?:[^[\]]|\[[^\]]*\])*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<\/?[a-z][^>]*>/g, " ")
    .replaceAll(/^\|[\s|:-]+\|$/gm, " ")
    .replaceAll(
      /^\| *(.*?) *\|$/gm,
      (_, row: string) => `${row.replaceAll(/ *(?<!\\)\| */g, " · ")};`,
    )
    .replaceAll(/[`*|\\]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
