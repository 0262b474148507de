import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { gateFindings, compareAllWithLastRelease } from "./gate.ts";
import { planRelease } from "./plan.ts";

const here = join(import.meta.dirname, "..");

let root: string;
const write = async (path: string, content: unknown) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
  await writeFile(join(root, path), text);
};
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@localhost", ...args], {
    cwd: root,
    stdio: "pipe",
  });
const hold = async () => compareAllWithLastRelease(root, await planRelease(root));

beforeEach(async () => {
  // The folder is in this package so that the copy can import vitest and the compiler.
  root = await realpath(await mkdtemp(join(here, ".test-")));
  await symlink(join(here, "../../node_modules"), join(root, "node_modules"));
  await write("package.json", { name: "root", private: true, packageManager: "pnpm@12.21.0" });
  await write("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
  await write(".gitignore", "node_modules\n");
  await write(".changeset/config.json", { changelog: false, baseBranch: "main", access: "public" });
  await write("packages/toy/package.json", {
    name: "@acs-chat/toy",
    version: "1.0.0",
    type: "module",
    exports: { ".": "./src/index.ts" },
  });
  await write("packages/toy/tsconfig.json", {
    compilerOptions: {
      strict: true,
      module: "nodenext",
      target: "es2023",
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      types: [],
    },
    include: ["src", "test"],
  });
  await write(
    "packages/toy/src/index.ts",
    "export const play = (color: string): number => color.length;\n",
  );
  await write(
    "packages/toy/api/toy.api.md",
    "```ts\n// @public\nexport function play(color: string): number;\n```\n",
  );
  await write(
    "packages/toy/test/toy.test.ts",
    'import { expect, test } from "vitest";\nimport { play } from "../src/index.ts";\ntest("plays", () => expect(play("red")).toBe(3));\n',
  );
  await symlink(join(here, "node_modules"), join(root, "packages/toy/node_modules"));
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "First");
});
afterEach(() => rm(root, { recursive: true }));

const released = () => git("tag", "@acs-chat/toy@1.0.0");
/** Makes a release whose API report alone is compared, which takes no compiler and no test runner. */
const releaseWithoutTests = async () => {
  await rm(join(root, "packages/toy/test"), { recursive: true });
  git("commit", "--quiet", "--all", "--message", "Without tests");
  released();
};

test("compares nothing if the package has no release", async () => {
  expect(await hold()).toEqual([
    { name: "@acs-chat/toy", release: undefined, breaks: [], announced: false },
  ]);
});

test("accepts a compatible change, and does not run the current tests", async () => {
  released();
  await write(
    "packages/toy/src/index.ts",
    "export const play = (color: string, times = 1): number => color.length * times;\n",
  );
  await write("packages/toy/test/toy.test.ts", "this is not TypeScript");
  const verdicts = await hold();
  expect(verdicts).toMatchObject([{ release: "@acs-chat/toy@1.0.0", breaks: [] }]);
  expect(gateFindings(verdicts)).toEqual([]);
});

test("reports a test of the last release that fails", async () => {
  released();
  await write(
    "packages/toy/src/index.ts",
    "export const play = (color: string): number => color.length + 1;\n",
  );
  const findings = gateFindings(await hold());
  expect(findings).toMatchObject([
    {
      where: "@acs-chat/toy",
      what: "breaks the API of @acs-chat/toy@1.0.0: toy.test.ts: plays",
      todo: expect.stringContaining("pnpm changeset"),
    },
  ]);
});

test("reports a test of the last release that does not type-check, with its line", async () => {
  released();
  await write(
    "packages/toy/src/index.ts",
    "export const play = (color: number): number => String(color).length;\n",
  );
  const [finding] = gateFindings(await hold());
  expect(finding!.what).toMatch(/test\/toy\.test\.ts\(3,\d+\): error TS2345/);
});

test("reports an export that is missing from the API report", async () => {
  await releaseWithoutTests();
  await write("packages/toy/api/toy.api.md", "```ts\n```\n");
  expect(gateFindings(await hold())).toMatchObject([
    { what: "breaks the API of @acs-chat/toy@1.0.0: play was removed" },
  ]);
});

test("accepts a breaking change with a major changeset, but not with a minor one", async () => {
  await releaseWithoutTests();
  await write("packages/toy/api/toy.api.md", "```ts\n```\n");
  await write(".changeset/red.md", '---\n"@acs-chat/toy": minor\n---\n\nPlays louder.\n');
  expect(gateFindings(await hold())).toHaveLength(1);
  await write(".changeset/red.md", '---\n"@acs-chat/toy": major\n---\n\nPlays louder.\n');
  const verdicts = await hold();
  expect(verdicts).toMatchObject([{ breaks: ["play was removed"], announced: true }]);
  expect(gateFindings(verdicts)).toEqual([]);
});
