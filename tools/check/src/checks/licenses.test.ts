import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";
import { isAllowed, licenses } from "./licenses.ts";

const sound = {
  "packages/rest/package.json": {
    name: "@acs-chat/rest",
    version: "1.0.0",
    license: "MIT",
    dependencies: { direct: "1" },
    devDependencies: { viral: "1" },
  },
  "packages/rest/node_modules/direct/package.json": {
    name: "direct",
    version: "1.0.0",
    license: "ISC",
    dependencies: { indirect: "1" },
    optionalDependencies: { absent: "1" },
  },
  "node_modules/indirect/package.json": {
    name: "indirect",
    version: "2.0.0",
    license: "(MIT OR GPL-3.0)",
  },
  "node_modules/viral/package.json": { name: "viral", version: "3.0.0", license: "AGPL-3.0" },
};

test("accepts allowed licenses, and ignores development dependencies", async () => {
  await using repository = await fixture(sound);
  expect(await licenses.run(repository.root)).toEqual([]);
});

test("reports an indirect dependency with a license that is not allowed, with its path", async () => {
  await using repository = await fixture({
    ...sound,
    "node_modules/indirect/package.json": {
      name: "indirect",
      version: "2.0.0",
      license: "GPL-3.0",
    },
  });
  expect(await licenses.run(repository.root)).toEqual([
    {
      where: "@acs-chat/rest → direct → indirect",
      what: "indirect 2.0.0 has the license GPL-3.0",
      todo: expect.stringContaining("have the license approved"),
    },
  ]);
});

test("reports a dependency without a license", async () => {
  await using repository = await fixture({
    ...sound,
    "packages/rest/node_modules/direct/package.json": { name: "direct", version: "1.0.0" },
  });
  expect(await licenses.run(repository.root)).toMatchObject([
    { what: "direct 1.0.0 has no license in its package.json" },
  ]);
});

test.for([
  ["MIT", true],
  ["(MPL-2.0 OR Apache-2.0)", true],
  ["MIT AND BSD-3-Clause", true],
  ["MIT AND GPL-2.0", false],
  ["GPL-2.0 OR AGPL-3.0", false],
  [undefined, false],
] as const)("%s: %s", ([expression, expected]) => {
  expect(isAllowed(expression)).toBe(expected);
});
