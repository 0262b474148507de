import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { type ScratchCopy, scratchCopy } from "../scratch-copy.ts";
import { oracle } from "./oracle.ts";

const document = "specs/chat/openapi/2025-03-15.json";

let copy: ScratchCopy;
beforeAll(async () => {
  copy = await scratchCopy(join(import.meta.dirname, "../../../.."));
});
afterEach(() => copy.restore());
afterAll(() => copy[Symbol.asyncDispose]());

test("reports a contract that differs from the official package, with the difference", async () => {
  expect(await oracle.run(copy.root)).toEqual([]);
  await copy.edit(document, (text) =>
    text.replaceAll("{chatThreadId}/typing", "{chatThreadId}/tapping"),
  );
  const findings = await oracle.run(copy.root);
  expect(findings.map(({ what }) => what).join("\n")).toMatch(/UNEXPLAINED +2025-03-15 .*tapping/);
  expect(findings[0]!.todo).toContain("allow-list.ts");
});

test("cannot run without a contract", async () => {
  await copy.edit(document, () => undefined);
  await expect(oracle.run(copy.root)).rejects.toThrow(NotReady);
});
