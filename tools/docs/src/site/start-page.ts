import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageOf, packages, sections } from "./navigation.ts";
import type { Page } from "./page.ts";

/** The start page, relative to the repository. Its links are relative to this path. */
export const startPath = "tools/docs/starlight/start.md";

/** Returns the Markdown of the start page with the packages, their versions and all guides. */
export function startPage(root: string, pages: readonly Page[], apiOf: readonly string[]): string {
  return readFileSync(join(root, startPath), "utf8")
    .replace("<!-- packages -->", packageList())
    .replace("<!-- api -->", apiOf.map((name) => `[${name}](/api/${name}.html)`).join(", "))
    .replace("<!-- guides -->", guideLists(new Map(pages.map((page) => [page.path, page.title]))));
}

/** Returns a link from the start page to a file of the repository. */
const link = (label: string, file: string) => `[${label}](../../../${file})`;

function packageList(): string {
  return packages
    .map(packageOf)
    .map(
      ({ folder, name, version, description }) =>
        `- ${link(`\`${name}\``, `packages/${folder}/README.md`)} <span class="version">${version}</span> <span>${description}</span>`,
    )
    .join("\n");
}

/** Returns lists of the guides, because the start page has no menu on small screens. */
function guideLists(titles: ReadonlyMap<string, string>): string {
  return sections
    .filter((section) => section.collapsed !== true)
    .map(({ label, files }) => {
      const links = files.map((file) => `- ${link(titles.get(file)!, file)}`);
      return `<section>\n\n### ${label}\n\n${links.join("\n")}\n\n</section>`;
    })
    .join("\n");
}
