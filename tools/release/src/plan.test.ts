import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entryOf, npmTag, planRelease } from "./plan.ts";

const root = join(import.meta.dirname, "../../..");

test("the changesets that wait are applied in a copy: nothing is installed for it, nothing changes here", async () => {
  const installed = (): Promise<string> => readlink(join(root, "node_modules/typescript"));
  const before = await installed();
  const planned = await planRelease(root);
  expect(planned.map(({ name }) => name)).toContain("@acs-chat/client");
  expect(await installed()).toBe(before);
});

test.for([
  ["1.0.0", "latest"],
  ["1.0.0-preview.2", "preview"],
])("%s goes under the npm tag %s", ([version, tag]) => {
  expect(npmTag(version!)).toBe(tag);
});

test("the entry of a version ends where the one before begins", () => {
  const changelog = "# toy\n\n## 1.1.0\n\n### Minor Changes\n\n- Louder.\n\n## 1.0.0\n\nFirst.\n";
  expect(entryOf(changelog, "1.1.0")).toBe("### Minor Changes\n\n- Louder.");
  expect(entryOf(changelog, "1.0.0")).toBe("First.");
  expect(entryOf(changelog, "2.0.0")).toBe("");
});
