import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The folder of the repository. */
export const root: string = join(import.meta.dirname, "../../..");

/** A fenced block of TypeScript or Python in a Markdown file. */
export interface Snippet {
  /** The file, relative to the repository. */
  readonly file: string;
  /** The line of the fence. */
  readonly line: number;
  readonly code: string;
  /** `prelude`: stands before all later snippets of the file. `vitest`: is a file of tests. `generated`: uses
   * the package that the file's TypeSpec gives with its YAML. `wire`: so does it with what stands in its section, and
   * sends what is shown there. */
  readonly kind: "run" | "prelude" | "vitest" | "generated" | "wire" | "python";
}

/** The only file whose snippets are wanted, such as "docs/errors.md"; all if it is not set. */
export const onlyFile: string | undefined = process.env["DOCS_FILE"];

/** The Markdown files that people read: root, docs, and each package, specification, tool and sample. */
export function markdownFiles(): string[] {
  if (onlyFile !== undefined) return [onlyFile];
  const skipped = new Set(["node_modules", "dist", "api", "CHANGELOG.md", "test", "site"]);
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (skipped.has(entry.name) || entry.name.startsWith(".")) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return below(path);
      return entry.name.endsWith(".md") ? [relative(root, path)] : [];
    });
  return below(root).toSorted();
}

/** Languages of blocks that cannot be run: shell is checked by its commands, the others are data. */
const otherLanguages = new Set([
  "",
  "text",
  "mermaid",
  "sh",
  "json",
  "diff",
  "typespec",
  "yaml",
  "dockerfile",
  "http",
]);

/** Files of recipes for test runners, such as "js jest:chat.test.js": run as whole projects. */
const recipe = /^js [\w-]+:\S+$/;

/**
 * The TypeScript and Python blocks of a Markdown file.
 *
 * @throws Error for a block of a language that nothing checks.
 */
export function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```(?<info>.*)\n(?<code>[\s\S]*?)^```$/gm)]
    .filter(({ groups }) => !otherLanguages.has(groups!["info"]!) && !recipe.test(groups!["info"]!))
    .map((match) => ({
      file,
      line: text.slice(0, match.index).split("\n").length,
      code: match.groups!["code"]!,
      kind: kindOf(match.groups!["info"]!, file),
    }));
}

/** The blocks of a language in a Markdown file. */
export function blocksOf(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...text.matchAll(blocks)].map(([, block]) => block!);
}

const kinds: Readonly<Record<string, Snippet["kind"]>> = {
  ts: "run",
  "ts prelude": "prelude",
  "ts vitest": "vitest",
  "ts generated": "generated",
  "ts wire": "wire",
  python: "python",
};

function kindOf(info: string, file: string): Snippet["kind"] {
  const kind = kinds[info];
  if (kind !== undefined) return kind;
  throw new Error(
    `${file}: a block is marked "${info}"; there are ${Object.keys(kinds).join(", ")}`,
  );
}

/** The scripts that commands in a Markdown file name: `pnpm check` names "check", `pnpm run docs` "docs". */
export function commandsIn(file: string): { readonly name: string; readonly withRun: boolean }[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(/(?:`|^|&& )(?:npx -y )?pnpm(?:@[\d.]+)? (?<run>run )?(?<name>[a-z][\w:]*)/gm),
  ].map(({ groups }) => ({ name: groups!["name"]!, withRun: groups!["run"] !== undefined }));
}

/** The packages that commands in a Markdown file run with npx, without their versions. */
export function npxPackagesIn(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const commands = text.matchAll(/\bnpx (?:-{1,2}[\w-]+ )*(?<name>@?[\w./-]+)/g);
  return [...commands].map(({ groups }) => groups!["name"]!);
}
