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
  /** Whether the code contains JSX. */
  readonly jsx: boolean;
  /**
   * How the snippet is run. `prelude`: before each later snippet of the file. `vitest`: as a test file.
   * `generated`: with the package that is generated from the file's TypeSpec and YAML. `wire`: with the
   * package that is generated from its section; must send the requests that the section shows.
   */
  readonly kind: "run" | "prelude" | "vitest" | "generated" | "wire" | "python";
}

/** The only file whose snippets are checked, such as "docs/errors.md"; undefined for all files. */
export const onlyFile: string | undefined = process.env["DOCS_FILE"];

/** Returns the Markdown files of the root, docs, packages, specifications, tools and samples. */
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

/** Languages of blocks that are not run. Commands in shell blocks are checked separately. */
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

/** The mark of a file of a recipe, such as "js jest:chat.test.js". Recipes are run as projects. */
const recipe = /^js [\w-]+:\S+$/;

/**
 * Returns the TypeScript and Python blocks of a Markdown file.
 *
 * @throws Error for a block with an unknown language.
 */
export function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```(?<info>.*)\n(?<code>[\s\S]*?)^```$/gm)]
    .filter(({ groups }) => !otherLanguages.has(groups!["info"]!) && !recipe.test(groups!["info"]!))
    .map((match) => ({
      file,
      line: text.slice(0, match.index).split("\n").length,
      code: match.groups!["code"]!,
      jsx: match.groups!["info"] === "tsx",
      kind: kindOf(match.groups!["info"]!, file),
    }));
}

/** Returns the blocks of a language in a Markdown file. */
export function blocksOf(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...text.matchAll(blocks)].map(([, block]) => block!);
}

const kinds: Readonly<Record<string, Snippet["kind"]>> = {
  ts: "run",
  tsx: "run",
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
    `${file}: unknown block language "${info}"; use one of ${Object.keys(kinds).join(", ")}`,
  );
}

/** Returns the scripts that commands in a Markdown file run: "check" for `pnpm check`, "docs" for `pnpm run docs`. */
export function commandsIn(file: string): { readonly name: string; readonly withRun: boolean }[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(/(?:`|^|&& )(?:npx -y )?pnpm(?:@[\d.]+)? (?<run>run )?(?<name>[a-z][\w:]*)/gm),
  ].map(({ groups }) => ({ name: groups!["name"]!, withRun: groups!["run"] !== undefined }));
}

/** Returns the packages that commands in a Markdown file run with npx, without versions. */
export function npxPackagesIn(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const commands = text.matchAll(/\bnpx (?:-{1,2}[\w-]+ )*(?<name>@?[\w./-]+)/g);
  return [...commands].map(({ groups }) => groups!["name"]!);
}
