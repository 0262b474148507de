import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** The pages of a site, relative to its folder. */
function pagesOf(site: string): string[] {
  return globSync("**/*.html", { cwd: site }).toSorted();
}

/**
 * Makes plain text of links to what is in the repository but not on the site: folders and Markdown
 * that is not a guide. They are right where the text is read beside the sources.
 */
export function unlinkWhatIsOutside(site: string): void {
  for (const page of pagesOf(site)) {
    const path = join(site, page);
    const text = readFileSync(path, "utf8");
    const changed = text.replaceAll(
      /<a href="(?<target>[^"]*\bmedia\/[^"]*)"[^>]*>(?<label>.*?)<\/a>/g,
      (link, target: string, label: string) => (isOutside(join(path, "..", target)) ? label : link),
    );
    if (changed !== text) writeFileSync(path, changed);
  }
}

/** TypeDoc copies files that are linked to; a folder it links to without copying it. */
function isOutside(path: string): boolean {
  return path.endsWith(".md") || (!existsSync(path) && !/\.\w+$/.test(path));
}

/** The links of all pages of a site that lead nowhere: to a file that is not there, or an anchor that is not on the page. */
export function brokenPageLinks(site: string): string[] {
  const texts = new Map(
    pagesOf(site).map((page) => [page, readFileSync(join(site, page), "utf8")]),
  );
  const anchors = new Map(
    [...texts].map(([page, text]) => [
      page,
      new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!)),
    ]),
  );
  return [...texts].flatMap(([page, text]) =>
    [...new Set([...text.matchAll(/\b(?:href|src)="([^"]+)"/g)].map((match) => match[1]!))]
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !leadsSomewhere(page, target.replaceAll("&amp;", "&")))
      .map((target) => `${page}: ${target} leads nowhere`),
  );

  function leadsSomewhere(page: string, target: string): boolean {
    const [path, anchor] = target.split("#").map(decodeURIComponent) as [string, string?];
    const file = path === "" ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(site, file))) return false;
    const known = anchors.get(file);
    return anchor === undefined || anchor === "" || known === undefined || known.has(anchor);
  }
}
