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

test("a sound repository has no findings, whatever its development needs", async () => {
  await using repository = await fixture(sound);
  expect(await licenses.run(repository.root)).toEqual([]);
});

test("a dependency of a dependency under a license that is not allowed is found, with the way to it", async () => {
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
      what: "indirect 2.0.0 is under GPL-3.0",
      todo: expect.stringContaining("have the license cleared"),
    },
  ]);
});

test("a dependency that names no license is found", async () => {
  await using repository = await fixture({
    ...sound,
    "packages/rest/node_modules/direct/package.json": { name: "direct", version: "1.0.0" },
  });
  expect(await licenses.run(repository.root)).toMatchObject([
    { what: "direct 1.0.0 is under no license that its package.json names" },
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
