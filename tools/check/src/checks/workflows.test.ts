import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";
import { workflows } from "./workflows.ts";

const workflow = (run: string, extra = ""): string => `on: push
jobs:
  test:
    runs-on: ubuntu-latest
${extra}    steps:
      - run: ${run}
`;
const sound = {
  "package.json": { scripts: { test: "true" }, packageManager: "pnpm@12.21.0" },
  ".github/workflows/test.yml": workflow("npx -y pnpm@12.21.0 test && npx -y pnpm@12.21.0 install"),
};

const cases: readonly [string, string, RegExp][] = [
  ["a key that workflows do not have", workflow("pnpm test", "    step: 1\n"), /unexpected key/],
  ["an unknown variable", workflow("pnpm test ${{ matrx.node }}"), /undefined variable "matrx"/],
  ["a script that does not exist", workflow("pnpm tets"), /starts "tets"/],
  ["another version of pnpm", workflow("npx -y pnpm@11.0.0 test"), /starts pnpm 11\.0\.0/],
];

test("accepts a valid workflow", async () => {
  await using given = await fixture(sound);
  expect(await workflows.run(given.root)).toEqual([]);
});

test.for(cases)("finds %s", async ([, text, what]) => {
  await using given = await fixture({ ...sound, ".github/workflows/test.yml": text });
  expect(await workflows.run(given.root)).toEqual([
    {
      where: expect.stringMatching(/^\.github\/workflows\/test\.yml:\d+$/),
      what: expect.stringMatching(what),
      todo: expect.stringMatching(/\w/),
    },
  ]);
});
