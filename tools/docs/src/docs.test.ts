import { type Seed, startEmulator } from "@acs-chat/emulator";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { followGuide, tsc } from "./generated.ts";
import { type Given, withGiven } from "./given.ts";
import { brokenLinks } from "./links.ts";
import {
  blocksOf,
  commandsIn,
  markdownFiles,
  onlyFile,
  npxPackagesIn,
  root,
  type Snippet,
  snippetsOf,
} from "./markdown.ts";
import { pythonIsMissing, run, runPython } from "./programs.ts";
import { moduleOf } from "./snippets.ts";

const files = markdownFiles();
const snippets = files.flatMap(snippetsOf);
// Listed here so that the tests fail if the glob finds no files.
const expected = ["README.md", "docs/getting-started.md", "packages/client/README.md"];

/** The folder with one module per snippet. It is in this package so that imports resolve. */
const folder = join(import.meta.dirname, "../.snippets");
const bin = (name: string) => join(import.meta.dirname, "../node_modules/.bin", name);
const pathOf = ({ file, line, kind, jsx }: Snippet) =>
  join(
    folder,
    `${file.replaceAll(/[^\w]+/g, "-")}-${line}${kind === "vitest" ? ".test" : ""}${jsx ? ".tsx" : ".ts"}`,
  );
const named = (kind: Snippet["kind"]) =>
  snippets
    .filter((snippet) => snippet.kind === kind)
    .map((snippet) => [`${snippet.file}:${snippet.line}`, snippet] as const);

const before = process.cwd();
beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const elsewhere = new Set<Snippet["kind"]>(["python", "generated", "wire"]);
  for (const snippet of snippets.filter(({ kind }) => !elsewhere.has(kind))) {
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
      compilerOptions: { jsx: "react-jsx", noUnusedLocals: false, noUnusedParameters: false },
      include: ["*.ts", "*.tsx"],
    }),
  );
  // Paths in snippets are relative to the repository.
  process.chdir(root);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

test.runIf(onlyFile === undefined)("finds documents and snippets of every kind", () => {
  expect(files).toEqual(expect.arrayContaining(expected));
  expect(named("run").length).toBeGreaterThan(30);
  expect(named("vitest").length).toBeGreaterThan(0);
  expect(named("generated").length).toBeGreaterThan(0);
  expect(named("python").length).toBeGreaterThan(0);
});

test("compiles every snippet", async () => {
  const { code, output } = await run(tsc, ["-p", folder, "--pretty", "false"]);
  // Thrown because an assertion would shorten the output.
  if (output !== "") throw new Error(output);
  expect(code).toBe(0);
});

describe("runs every snippet on the emulator", () => {
  test.each(named("run"))("%s", async (_, snippet) => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const module = (await import(pathToFileURL(pathOf(snippet)).href)) as {
      default: (given: Given) => Promise<void>;
    };
    await expect(withGiven(module.default)).resolves.toBeUndefined();
    vi.restoreAllMocks();
  });

  test.each(named("vitest"))("%s, as tests", async (_, snippet) => {
    // How long a test takes is the machine's business.
    const options = ["--root", folder, "--testTimeout", "300000"];
    const { code, output } = await run(bin("vitest"), ["run", ...options, pathOf(snippet)]);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/Tests {2}\d+ passed/),
    });
  });

  test.each(named("generated"))(
    "%s, with the package that its guide generates",
    async (_, snippet) => {
      const { code, output } = await followGuide(snippet, join(folder, "guide"));
      expect({ code, output }).toEqual({ code: 0, output: "Tom 2020\n" });
    },
  );

  test.each(named("python"))("%s, in Python", async (_, snippet) => {
    const missing = pythonIsMissing();
    if (missing !== undefined) return console.log(`skipped: ${snippet.file}: ${missing}`);
    const { code, output } = await runPython(snippet.code);
    expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  });
});

describe("JSON blocks", () => {
  const data = files.flatMap((file) => blocksOf(file, "json").map((text) => ({ file, text })));
  test.runIf(onlyFile === undefined)("are found", () => expect(data.length).toBeGreaterThan(1));

  test("are valid JSON", () => {
    for (const { text } of data) expect(() => JSON.parse(text)).not.toThrow();
  });

  test.each(data.filter(({ text }) => text.includes('"threads"')))(
    "in $file start the emulator if they are a seed",
    async ({ text }) => {
      const seed = JSON.parse(text) as Seed;
      await using emulator = await startEmulator({ listen: false, seed });
      expect(emulator.control.state().threads).toHaveLength(seed.threads!.length);
    },
  );
});

test.each(files)("finds no broken links in %s", (file) => {
  expect(brokenLinks(file)).toEqual([]);
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  /** Commands of pnpm. A script with such a name needs `pnpm run`, except for `start` and `test`. */
  const builtin = new Set(["install", "docs", "exec", "start", "test"]);
  const runsScripts = new Set(["start", "test"]);

  test.each(files)("in %s run scripts that exist or commands of pnpm", (file) => {
    const wrong = commandsIn(file).filter(({ name, withRun }) => {
      const isScript = name in scripts && (withRun || !builtin.has(name) || runsScripts.has(name));
      const isPnpms = !withRun && builtin.has(name) && !(name in scripts);
      return !isScript && !isPnpms;
    });
    expect(wrong).toEqual([]);
  });

  /** Packages of others that documents may run with npx. Other names could belong to unknown packages. */
  const known = new Set(["pnpm", "tsx", "tsp"]);
  const manifests = readdirSync(join(root, "packages"))
    .map((name) => readFileSync(join(root, "packages", name, "package.json"), "utf8"))
    .map((text) => JSON.parse(text) as { readonly name: string; readonly private?: boolean });
  const published = new Set(
    manifests.filter((one) => one.private !== true).map(({ name }) => name),
  );

  test.runIf(onlyFile === undefined)("run only our packages and well-known ones with npx", () => {
    const calls = files.flatMap((file) => npxPackagesIn(file).map((name) => ({ file, name })));
    expect(calls.filter(({ name }) => name === "@acs-chat/emulator").length).toBeGreaterThan(3);
    expect(calls.filter(({ name }) => !known.has(name) && !published.has(name))).toEqual([]);
  });
});
