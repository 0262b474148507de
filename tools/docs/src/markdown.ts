import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The folder of the repository. */
export const root: string = join(import.meta.dirname, "../../..");

/** A fenced block of TypeScript in a Markdown file. */
export interface Snippet {
  /** The file, relative to the repository. */
  readonly file: string;
  /** The line of the fence. */
  readonly line: number;
  readonly code: string;
  /** `prelude`: stands before all later snippets of the file. `no-run`: is only compiled. */
  readonly kind: "run" | "no-run" | "prelude";
}

/** The Markdown files that people read: root, docs, and each package, specification, tool and sample. */
export function markdownFiles(): string[] {
  const skipped = new Set(["node_modules", "dist", "CHANGELOG.md", "test", "src", "site"]);
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (skipped.has(entry.name) || entry.name.startsWith(".")) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return below(path);
      return entry.name.endsWith(".md") ? [relative(root, path)] : [];
    });
  return below(root).toSorted();
}

/** The TypeScript blocks of a Markdown file. */
export function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```ts(?<kind> [\w-]+)?\n(?<code>[\s\S]*?)^```$/gm)].map((match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length,
    code: match.groups!["code"]!,
    kind: kindOf(match.groups!["kind"]?.trim(), file),
  }));
}

function kindOf(word: string | undefined, file: string): Snippet["kind"] {
  if (word === undefined) return "run";
  if (word === "no-run" || word === "prelude") return word;
  throw new Error(`${file}: a block is marked "${word}"; there are "no-run" and "prelude"`);
}
