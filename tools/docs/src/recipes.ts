/** The recipes of a guide: projects with test files that readers copy. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./markdown.ts";

/** Returns the files of one recipe in a Markdown file: blocks such as "```js jest:chat.test.js". */
export function recipeFiles(file: string, recipe: string): Map<string, string> {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = new RegExp(`^\`\`\`js ${recipe}:(\\S+)\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return new Map([...text.matchAll(blocks)].map(([, name, code]) => [name!, code!]));
}

/**
 * Writes a recipe into a new project.
 * @param manifest The content of package.json.
 * @param modules The `node_modules` folder with the dependencies.
 */
export function writeRecipe(
  files: ReadonlyMap<string, string>,
  project: string,
  manifest: object,
  modules: string,
): void {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  symlinkSync(modules, join(project, "node_modules"));
  writeFileSync(join(project, "package.json"), JSON.stringify(manifest));
  for (const [name, code] of files) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), code);
  }
}
