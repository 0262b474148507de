import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entryOf, npmTag, planRelease } from "./plan.ts";

const root = join(import.meta.dirname, "../../..");

test("applies pending changesets in a copy, without changing or installing anything", async () => {
  const installed = (): Promise<string> => readlink(join(root, "node_modules/typescript"));
  const before = await installed();
  const planned = await planRelease(root);
  expect(planned.map(({ name }) => name)).toContain("@acs-chat/client");
  expect(await installed()).toBe(before);
});

test.for([
  ["1.0.0", "latest"],
  ["1.0.0-preview.2", "preview"],
])("publishes %s with the npm tag %s", ([version, tag]) => {
  expect(npmTag(version!)).toBe(tag);
});

test("returns the changelog entry of one version", () => {
  const changelog = "# toy\n\n## 1.1.0\n\n### Minor Changes\n\n- Louder.\n\n## 1.0.0\n\nFirst.\n";
  expect(entryOf(changelog, "1.1.0")).toBe("### Minor Changes\n\n- Louder.");
  expect(entryOf(changelog, "1.0.0")).toBe("First.");
  expect(entryOf(changelog, "2.0.0")).toBe("");
});
