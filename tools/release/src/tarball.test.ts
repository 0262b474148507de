import { expect, test } from "vitest";
import { contentFindings, type Tarball } from "./tarball.ts";
import { sizeFindings } from "./sizes.ts";

const sound: Tarball = {
  path: "toy.tgz",
  bytes: 1,
  files: ["CHANGELOG.md", "LICENSE", "README.md", "dist/index.js", "package.json"],
  manifest: { name: "toy", version: "1.0.0", dependencies: { other: "^1.0.0" } },
};
const found = (change: Partial<Tarball>) =>
  contentFindings("packages/toy", { ...sound, ...change });

test("accepts a package with all files and no others", () => {
  expect(found({})).toEqual([]);
});

test("reports a missing README", () => {
  expect(found({ files: sound.files.filter((file) => file !== "README.md") })).toMatchObject([
    { where: "packages/toy/README.md", what: "is not in the package" },
  ]);
});

test("reports test files in a package", () => {
  expect(found({ files: [...sound.files, "dist/x.test.js", "test/y.js"] })).toMatchObject([
    { where: "packages/toy/dist/x.test.js" },
    { where: "packages/toy/test/y.js" },
  ]);
});

test("reports a version range that only pnpm supports", () => {
  const manifest = { ...sound.manifest, dependencies: { other: "workspace:^" } };
  expect(found({ manifest })).toMatchObject([
    { what: 'other would be published as "workspace:^", which npm does not support' },
  ]);
});

test("reports a bundle over its budget, but not one that equals it", () => {
  const use = { name: "toy", code: "", kilobytes: 2 };
  expect(sizeFindings([{ ...use, measured: 2 }])).toEqual([]);
  expect(sizeFindings([{ ...use, measured: 2.01 }])).toMatchObject([
    { what: "toy is 2.01 KB, but its budget is 2 KB" },
  ]);
});
