import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CodegenOptions } from "../src/index.ts";
import { emit } from "./emit.ts";

// Each scenario is a page: text, the TypeSpec in ```tsp blocks, optionally options in a ```json block, and the files
// that are expected in ```ts blocks named by their path. UPDATE_SCENARIOS=1 writes what is emitted into the pages.
const folder = join(import.meta.dirname, "scenarios");
const block = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/** Returns the code without the header, which contains a hash. */
const withoutHeader = (text: string) => text.replace(/^\/\/ Written by[^\n]*\n\n/, "");

describe.each(readdirSync(folder).filter((name) => name.endsWith(".md")))("%s", (name) => {
  test("emits the files that its page shows", async () => {
    const page = readFileSync(join(folder, name), "utf8");
    const sources: Record<string, string> = {};
    let options: CodegenOptions = {};
    for (const [, language, path, text = ""] of page.matchAll(block)) {
      if (language === "tsp") sources[path ?? "main.tsp"] = text;
      if (language === "json") options = JSON.parse(text) as CodegenOptions;
    }
    const { files, errors } = await emit(sources, options);
    expect(errors).toEqual([]);
    const updated = page.replace(block, (whole: string, language: string, path?: string) => {
      if (language !== "ts" || path === undefined) return whole;
      const text = files.get(path);
      return `\`\`\`ts ${path}\n${text === undefined ? "// not emitted\n" : withoutHeader(text)}\`\`\``;
    });
    const isUpdate = process.env.UPDATE_SCENARIOS === "1";
    if (isUpdate) writeFileSync(join(folder, name), updated);
    expect(updated).toBe(isUpdate ? updated : page);
  });
});
