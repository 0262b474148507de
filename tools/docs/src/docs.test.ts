import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Given, withGiven } from "./given.ts";
import { brokenLinks } from "./links.ts";
import { markdownFiles, type Snippet, snippetsOf } from "./markdown.ts";
import { moduleOf } from "./snippets.ts";

const files = markdownFiles();
const snippets = files.flatMap(snippetsOf);
// Named in full here: a glob that finds nothing must not pass for docs without faults.
const expected = ["README.md", "docs/getting-started.md", "packages/client/README.md"];

/** One module per snippet, below this package so that imports resolve. */
const folder = join(import.meta.dirname, "../.snippets");
const pathOf = ({ file, line }: Snippet) =>
  join(folder, `${file.replaceAll(/[^\w]+/g, "-")}-${line}.ts`);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const snippet of snippets) {
    const preludes = snippets.filter(
      (other) =>
        other.kind === "prelude" && other.file === snippet.file && other.line < snippet.line,
    );
    writeFileSync(pathOf(snippet), moduleOf(snippet, preludes));
  }
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: "../tsconfig.json",
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: ["*.ts"],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the docs are found", () => {
  expect(files).toEqual(expect.arrayContaining(expected));
  expect(snippets.length).toBeGreaterThan(15);
});

test("every snippet compiles", () => {
  const tsc = join(import.meta.dirname, "../node_modules/.bin/tsc");
  let output = "";
  try {
    execFileSync(tsc, ["-p", folder, "--pretty", "false"], { encoding: "utf8" });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  expect(output).toBe("");
});

describe("every snippet runs on the emulator", () => {
  const running = snippets.filter((snippet) => snippet.kind === "run");
  test.each(running.map((snippet) => [`${snippet.file}:${snippet.line}`, snippet] as const))(
    "%s",
    async (_, snippet) => {
      vi.spyOn(console, "log").mockImplementation(() => {});
      vi.spyOn(console, "warn").mockImplementation(() => {});
      const module = (await import(pathToFileURL(pathOf(snippet)).href)) as {
        default: (given: Given) => Promise<void>;
      };
      await expect(withGiven(module.default)).resolves.toBeUndefined();
      vi.restoreAllMocks();
    },
  );
});

test.each(files)("every link of %s leads somewhere", (file) => {
  expect(brokenLinks(file)).toEqual([]);
});
