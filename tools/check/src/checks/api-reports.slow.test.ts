import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { fixture } from "../fixture.ts";
import { apiReports, updateApiReports } from "./api-reports.ts";

const built = {
  "packages/toy/package.json": {
    name: "@acs-chat/toy",
    version: "1.0.0",
    type: "module",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./extra": { types: "./dist/extra.d.ts", default: "./dist/extra.js" },
      "./package.json": "./package.json",
    },
  },
  "packages/toy/dist/index.d.ts": `import type { Hidden } from "./hidden.js";\n/** A toy. */\nexport interface Toy { readonly color: string; }\n/** Plays. */\nexport declare function play(toy: Toy): Hidden;\n`,
  "packages/toy/dist/hidden.d.ts": `export interface Hidden { seconds: number; }\n`,
  "packages/toy/dist/extra.d.ts": `export declare const extra = 1;\n`,
};

const paths = ["packages/toy/api/toy.api.md", "packages/toy/api/toy-extra.api.md"] as const;

/** The reports of the package, by path. */
const reports: Record<string, string> = {};
let updated: readonly string[] = [];
beforeAll(async () => {
  await using repository = await fixture(built);
  updated = await updateApiReports(repository.root);
  for (const path of paths) {
    reports[path] = await readFile(join(repository.root, path), "utf8");
  }
});

test("writes a report per entry point, after which the check passes", async () => {
  expect(updated).toEqual(paths);
  await using repository = await fixture(built);
  expect(await apiReports.run(repository.root)).toMatchObject([
    { where: "packages/toy/api/toy.api.md", what: "has no report" },
    { where: "packages/toy/api/toy-extra.api.md", what: "has no report" },
  ]);
  expect(reports[paths[0]]).toContain("export function play(toy: Toy): Hidden;");
  await repository.write(reports);
  expect(await apiReports.run(repository.root)).toEqual([]);
});

test("reports a changed declaration with a diff, even in a type that is not exported", async () => {
  await using repository = await fixture({ ...built, ...reports });
  await repository.write({
    "packages/toy/dist/index.d.ts": built["packages/toy/dist/index.d.ts"].replace("color", "shade"),
    "packages/toy/dist/hidden.d.ts": `export interface Hidden { seconds: string; }\n`,
  });
  const [finding, ...others] = await apiReports.run(repository.root);
  expect(others).toEqual([]);
  expect(finding!.where).toBe("packages/toy/api/toy.api.md");
  expect(finding!.what).toContain("-    readonly color: string;");
  expect(finding!.what).toContain("+    readonly shade: string;");
  expect(finding!.what).toContain("+    seconds: string;");
  expect(finding!.todo).toContain("pnpm check --update");
});

test("reports an entry point that was removed", async () => {
  await using repository = await fixture({ ...built, ...reports });
  await repository.write({
    "packages/toy/package.json": {
      ...built["packages/toy/package.json"],
      exports: { ".": { types: "./dist/index.d.ts" } },
    },
  });
  expect(await apiReports.run(repository.root)).toMatchObject([
    {
      where: "packages/toy/api/toy-extra.api.md",
      what: expect.stringContaining("does not exist any more"),
    },
  ]);
});

test("asks to build a package that is not built", async () => {
  await using repository = await fixture({
    "packages/toy/package.json": built["packages/toy/package.json"],
  });
  await expect(apiReports.run(repository.root)).rejects.toThrow(NotReady);
  await expect(apiReports.run(repository.root)).rejects.toThrow("run `pnpm build` first");
});
