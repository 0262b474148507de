import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../markdown.ts";
import { withDiagrams } from "./diagrams.ts";
import type { Page } from "./page.ts";
import { withPageLinks } from "./page-links.ts";
import { sourceUrl } from "./repository.ts";
import { startPage, startPath } from "./start-page.ts";

/** The folder with the theme, the search and the start page of the site. */
export const theme: string = join(import.meta.dirname, "../../starlight");

/** A page in the Astro project. */
export interface StagedPage extends Page {
  /** Markdown with links between pages and drawn diagrams. */
  readonly markdown: string;
}

/**
 * Writes an Astro project with the pages and pictures to the folder `project`.
 *
 * @param apiOf The packages whose API reference is part of the site.
 */
export function stage(
  pages: readonly Page[],
  apiOf: readonly string[],
  project: string,
): StagedPage[] {
  const content = join(project, "src/content/docs");
  cpSync(theme, project, { recursive: true });
  cpSync(join(root, "docs/images"), join(project, "public/images"), { recursive: true });

  const slugs = new Map<string, string>([
    ["README.md", "index"],
    ["docs/README.md", "index"],
    ...pages.map(({ path, slug }) => [path, slug] as const),
  ]);
  const staged = pages.map((page) => {
    const linked = withPageLinks(page.body, page.path, slugs);
    return { ...page, markdown: withDiagrams(withoutMarks(linked)) };
  });
  for (const page of staged) write(join(content, `${page.slug}.md`), fileOf(page));
  write(join(content, "index.md"), withPageLinks(startPage(root, pages, apiOf), startPath, slugs));
  return staged;
}

function fileOf({ title, slug, path, markdown, kind }: StagedPage): string {
  const fields = [
    `title: ${JSON.stringify(title)}`,
    `slug: ${slug}`,
    `editUrl: ${kind === "guide" ? sourceUrl(path, "edit") : false}`,
    ...(kind === "reference"
      ? ["tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 }"]
      : []),
  ];
  return `---\n${fields.join("\n")}\n---\n${markdown}`;
}

/** Removes the marks of our checks from code blocks: "ts vitest" becomes "ts", "js jest:chat.test.js" gets a title. */
function withoutMarks(markdown: string): string {
  return markdown
    .replaceAll(/^```js [\w-]+:(\S+)$/gm, '```js title="$1"')
    .replaceAll(/^```ts [a-z]+$/gm, "```ts");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
