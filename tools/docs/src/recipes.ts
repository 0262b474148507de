import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./markdown.ts";

/** Returns the files of one recipe in a Markdown file: blocks such as "```js jest:chat.test.js". */
export function recipeFiles(file: string, recipe: string): Map<string, string> {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = new RegExp(`^\`\`\`js ${recipe}:(\\S+)\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return new Map([...text.matchAll(blocks)].map(([, name, code]) => [name!, code!]));
}

/**
 * Writes a recipe into a new project in this package, so that imports and npx find its dependencies.
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
