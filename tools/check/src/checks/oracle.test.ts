import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { type ScratchCopy, scratchCopy } from "../scratch-copy.ts";
import { oracle } from "./oracle.ts";

const document = "specs/chat/openapi/2025-03-15.json";

let copy: ScratchCopy;
beforeEach(async () => {
  copy = await scratchCopy(join(import.meta.dirname, "../../../.."));
});
afterEach(() => copy[Symbol.asyncDispose]());

test("a contract that differs from the official package is found, with what differs", async () => {
  expect(await oracle.run(copy.root)).toEqual([]);
  const text = await readFile(join(copy.root, document), "utf8");
  await writeFile(
    join(copy.root, document),
    text.replaceAll("{chatThreadId}/typing", "{chatThreadId}/tapping"),
  );
  const findings = await oracle.run(copy.root);
  expect(findings.map(({ what }) => what).join("\n")).toMatch(/UNEXPLAINED +2025-03-15 .*tapping/);
  expect(findings[0]!.todo).toContain("allow-list.ts");
});

test("a contract that is not there is no drift, but must be put right first", async () => {
  await rm(join(copy.root, document));
  await expect(oracle.run(copy.root)).rejects.toThrow(NotReady);
});
