import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../markdown.ts";
import { writtenGroups } from "./gather.ts";
import { packages } from "./navigation.ts";

const pages = writtenGroups().flatMap((group) => group.pages);
const paths = new Set(pages.map(({ path }) => path));

test("contains every guide, package README and decision once", () => {
  const written = globSync("docs/**/*.md", { cwd: root }).filter(
    (file) => file !== "docs/README.md",
  );
  const expected = [...written, ...packages.map((name) => `packages/${name}/README.md`)];
  expect(expected.filter((file) => !paths.has(file))).toEqual([]);
  expect(paths.size).toBe(pages.length);
});

test("contains every public package", () => {
  const names = globSync("packages/*/package.json", { cwd: root })
    .map(
      (file) =>
        JSON.parse(readFileSync(join(root, file), "utf8")) as { private?: boolean; name: string },
    )
    .filter((manifest) => manifest.private !== true)
    .map(({ name }) => name.replace("@acs-chat/", ""));
  expect(packages.toSorted()).toEqual(names.toSorted());
});

test("includes unreleased changes in a changelog", () => {
  const changelog = pages.find(({ path }) => path === "packages/client/CHANGELOG.md")!;
  const pending = globSync(".changeset/*.md", { cwd: root }).some((file) =>
    readFileSync(join(root, file), "utf8").includes('"@acs-chat/client":'),
  );
  expect(changelog.body.includes("## Not yet released")).toBe(pending);
});

test("lists the API versions of the specification in the guide, newest first", () => {
  const spec = readFileSync(join(root, "specs/chat/versions.tsp"), "utf8");
  const versions = [...spec.matchAll(/: "(\d{4}-\d\d-\d\d[\w-]*)"/g)].map(([, version]) => version);
  const guide = readFileSync(join(root, "docs/api-versions.md"), "utf8");
  const rows = [...guide.matchAll(/^\| `(\d{4}[\w-]*)` \|/gm)].map(([, version]) => version);
  expect(versions.length).toBeGreaterThan(5);
  expect(rows).toEqual(versions.toReversed());
});
