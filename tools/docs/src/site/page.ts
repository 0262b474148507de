import { basename } from "node:path";

/** A page of the site before it becomes HTML. */
export interface Page {
  /** The Markdown file, relative to the repository: relative links start from it. Generated pages have a path, too. */
  readonly path: string;
  /** The address on the site, without `.html`. */
  readonly slug: string;
  readonly title: string;
  /** Markdown without the title. */
  readonly body: string;
  /** The search ranks guides first, records of the past last. */
  readonly kind: "guide" | "sample" | "reference" | "record";
}

/** The address of a Markdown file on the site, without `.html`. */
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

/** Titles that TypeDoc writes, such as "Class: ChatClient". */
const kindBefore = /^(?<kind>Class|Function|Interface|Type Alias|Variable): (?<name>.*)$/;

/** A page from Markdown that begins with its title. */
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

/** The page under another title. */
export function withTitle(page: Page, title: string): Page {
  return { ...page, title };
}

/** A title without Markdown. */
function plain(title: string): string {
  return title.replaceAll(/`|\\(?=[<>[\]_*])/g, "");
}
