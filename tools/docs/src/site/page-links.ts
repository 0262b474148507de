import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path/posix";
import { root } from "../markdown.ts";
import { mapProse } from "./prose.ts";
import { sourceUrl } from "./repository.ts";

/** A link or an image. Its label can contain masked code. */
const link = /(?<bang>!?)\[(?<label>(?:[^[\]]|\[[^\]]*\])*)\]\((?<target>[^)\s]+)\)/g;

/**
 * Turns links between files of the repository into links between pages, and paths of pictures into
 * paths in `/images/`. A link to a file that is not on the site becomes a link to the repository.
 *
 * @param path The file with the links, relative to the repository.
 * @param slugs The addresses of all pages by their files.
 */
export function withPageLinks(
  markdown: string,
  path: string,
  slugs: ReadonlyMap<string, string>,
): string {
  return mapProse(markdown, (prose) =>
    prose.replaceAll(link, (whole, ...rest) => {
      const { bang, label, target } = rest.at(-1) as Record<"bang" | "label" | "target", string>;
      // A picture that is a link.
      const inner = label.includes("](") ? withPageLinks(label, path, slugs) : label;
      const [file, anchor] = fileOf(target, path);
      if (file === undefined) return whole;
      if (bang === "!") return `![${label}](/images/${basename(file)})`;
      const slug = slugs.get(file) ?? slugs.get(join(file, "README.md"));
      if (slug !== undefined) return `[${inner}](/${slug}.html${anchor})`;
      if (existsSync(join(root, file))) return `[${inner}](${sourceUrl(file)}${anchor})`;
      throw new Error(`${path}: broken link ${target}`);
    }),
  );
}

/** Returns the file of a link, relative to the repository, and its anchor. The file is undefined for other sites. */
function fileOf(target: string, from: string): readonly [string | undefined, string] {
  if (/^[a-z]+:|^[#/]/.test(target)) return [undefined, ""];
  const [path, anchor] = decodeURI(target).split("#") as [string, string?];
  const file = join(dirname(from), path).replace(/\/$/, "");
  return [file, anchor === undefined ? "" : `#${anchor}`];
}
