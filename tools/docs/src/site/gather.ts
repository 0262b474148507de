import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../markdown.ts";
import { changelogOf } from "./changelog.ts";
import { packages, sections } from "./navigation.ts";
import { type Page, pageOf, withTitle } from "./page.ts";
import { samplePages } from "./samples.ts";

/** The pages below one heading of the menu. */
export interface Group {
  readonly label: string;
  readonly collapsed?: boolean;
  readonly pages: readonly Page[];
}

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Returns all pages except the API reference. */
export function writtenGroups(): Group[] {
  return [
    ...sections.map(({ files, ...section }) => ({
      ...section,
      pages: files.map((file) => pageOf(file, read(file), "guide")),
    })),
    { label: "Packages", pages: packageReadmes() },
    { label: "Samples", collapsed: true, pages: samplePages() },
    { label: "Changelogs", collapsed: true, pages: changelogs() },
    { label: "Decisions", collapsed: true, pages: decisions() },
  ];
}

/** Returns the package READMEs that no section of the menu contains. */
function packageReadmes(): Page[] {
  const listed = new Set(sections.flatMap(({ files }) => files));
  return packages
    .map((name) => `packages/${name}/README.md`)
    .filter((file) => !listed.has(file))
    .map((file) => pageOf(file, read(file), "guide"));
}

function changelogs(): Page[] {
  const pages = packages.map((name) => {
    const page = pageOf(`packages/${name}/CHANGELOG.md`, changelogOf(name), "record");
    return withTitle(page, `@acs-chat/${name} changelog`);
  });
  return [pageOf("UPGRADING.md", read("UPGRADING.md"), "record"), ...pages];
}

function decisions(): Page[] {
  const index = "docs/decisions/README.md";
  const files = globSync("docs/decisions/*.md", { cwd: root }).toSorted();
  return [
    ...(existsSync(join(root, index)) ? [index] : []),
    ...files.filter((file) => basename(file) !== "README.md"),
  ].map((file) => pageOf(file, read(file), "record"));
}
