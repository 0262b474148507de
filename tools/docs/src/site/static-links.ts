import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";

/** Returns the pages of a site, relative to its folder. */
function pagesOf(site: string): string[] {
  return globSync("**/*.html", { cwd: site }).toSorted();
}

/** Returns the targets of a page's links, images and scripts. */
function targetsIn(html: string): Set<string> {
  return new Set([...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map((match) => match[1]!));
}

/**
 * Returns the broken links of all pages: the file does not exist, or the page does not have the anchor.
 *
 * @param alsoFollow More targets, relative to the site.
 */
export function brokenPageLinks(site: string, alsoFollow: readonly string[] = []): string[] {
  const texts = new Map(
    pagesOf(site).map((page) => [page, readFileSync(join(site, page), "utf8")]),
  );
  const anchors = new Map(
    [...texts].map(([page, text]) => [
      page,
      new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!)),
    ]),
  );
  return [
    ...[...texts].flatMap(([page, text]) =>
      [...targetsIn(text)].map((target) => ({ page, target })),
    ),
    ...alsoFollow.map((target) => ({ page: "index.html", target })),
  ]
    .filter(({ target }) => !/^[a-z]+:/.test(target))
    .filter(({ page, target }) => !leadsSomewhere(page, target.replaceAll("&amp;", "&")))
    .map(({ page, target }) => `${page}: broken link ${target}`);

  function leadsSomewhere(page: string, target: string): boolean {
    const [path, anchor] = target.split("#").map(decodeURIComponent) as [string, string?];
    const file = path === "" ? page : normalize(join(dirname(page), path));
    if (path.startsWith("/") || !existsSync(join(site, file))) return false;
    const known = anchors.get(file);
    return anchor === undefined || anchor === "" || known === undefined || known.has(anchor);
  }
}
