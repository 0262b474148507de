import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../markdown.ts";
import { type Page, pageOf } from "./page.ts";

const programs = "samples/programs/src";

/** Modules that the programs share. */
const shared = new Set(["service.ts", "lunch.ts", "terminal.ts"]);

/** Returns the READMEs of the samples and a page for each small program. */
export function samplePages(): Page[] {
  const readmes = globSync("samples/*/README.md", { cwd: root })
    .toSorted()
    .map((file) => pageOf(file, readFileSync(join(root, file), "utf8"), "sample"));
  const files = globSync(`${programs}/*.ts`, { cwd: root }).toSorted();
  return [...readmes, ...files.filter((file) => !shared.has(basename(file))).map(programPage)];
}

/** Returns the page of a program, with its first comment as text. */
function programPage(file: string): Page {
  const code = readFileSync(join(root, file), "utf8");
  const [comment, about] = /^\/\*\*([\s\S]*?)\*\/\n+/.exec(code) ?? ["", ""];
  const text = about!.replaceAll(/^\s*\* ?/gm, "").trim();
  const name = basename(file, ".ts");
  return {
    path: file,
    slug: `samples/programs/${name}`,
    title: `Sample: ${name.replaceAll("-", " ")}`,
    body: `${text}\n\n\`\`\`ts title="${file}"\n${code.slice(comment.length)}\`\`\`\n`,
    kind: "sample",
  };
}
