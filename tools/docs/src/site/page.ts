import { basename } from "node:path";

/** A page of the site in Markdown. */
export interface Page {
  /** The Markdown file, relative to the repository. Relative links start there, also those of generated pages. */
  readonly path: string;
  /** The path on the site, without `.html`. */
  readonly slug: string;
  readonly title: string;
  /** Markdown without the title. */
  readonly body: string;
  /** The search ranks guides first, and decisions and changelogs last. */
  readonly kind: "guide" | "sample" | "reference" | "record";
}

/** Returns the path of a Markdown file on the site, without `.html`. */
function slugOf(path: string): string {
  if (path === "README.md" || path === "docs/README.md") return "index";
  if (path === "docs/decisions/README.md") return "decisions";
  const [folder, name] = path.split("/") as [string, string?];
  if (path.startsWith("docs/")) {
    const below = path.slice("docs/".length).replace(/\.md$/, "");
    return below.includes("/") ? below : `guides/${below}`;
  }
  if (folder === "packages" && path.endsWith("/README.md")) return `packages/${name}`;
  if (folder === "packages" && path.endsWith("/CHANGELOG.md")) return `changelog/${name}`;
  if (folder === "samples" && path.endsWith("/README.md")) return `samples/${name}`;
  return path
    .replace(/(?:\/index)?\.md$/, "")
    .toLowerCase()
    .replaceAll(/[^\w/-]/g, "");
}

/** A title from TypeDoc, such as "Class: ChatClient". */
const kindBefore = /^(?<kind>Class|Function|Interface|Type Alias|Variable): (?<name>.*)$/;

/** Creates a page from Markdown that begins with the title. */
export function pageOf(path: string, text: string, kind: Page["kind"]): Page {
  const heading = /^# (?<title>.*)\n/m.exec(text);
  return {
    path,
    slug: slugOf(path),
    title: plain(heading?.groups?.["title"] ?? basename(path, ".md")).replace(
      kindBefore,
      (_, before: string, name: string) => `${name} ${before.toLowerCase()}`,
    ),
    body: heading === null ? text : text.replace(heading[0], ""),
    kind,
  };
}

/** Returns the page with another title. */
export function withTitle(page: Page, title: string): Page {
  return { ...page, title };
}

/** Returns a title without Markdown syntax. */
function plain(title: string): string {
  return title.replaceAll(/`|\\(?=[<>[\]_*])/g, "");
}
