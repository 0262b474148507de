import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./markdown.ts";

/** The blocks of a Markdown file that are the files of one recipe: "```js jest:chat.test.js". */
export function recipeFiles(file: string, recipe: string): Map<string, string> {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = new RegExp(`^\`\`\`js ${recipe}:(\\S+)\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return new Map([...text.matchAll(blocks)].map(([, name, code]) => [name!, code!]));
}

/**
 * Writes a recipe into a project of its own below this package, where imports and npx find what is
 * installed here.
 * @param type How Node.js reads `.js` files in the project.
 */
export function writeRecipe(
  files: ReadonlyMap<string, string>,
  project: string,
  type: "commonjs" | "module",
): void {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  symlinkSync(join(import.meta.dirname, "../node_modules"), join(project, "node_modules"));
  cpSync(join(import.meta.dirname, "../fixtures/app.mjs"), join(project, "app.mjs"));
  const scripts = { dev: "node app.mjs" };
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type, scripts }));
  for (const [name, code] of files) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), code);
  }
}
