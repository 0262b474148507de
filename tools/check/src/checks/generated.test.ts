import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Target, targets } from "@acs-chat/generate";
import { NotReady } from "../check.ts";
import { type ScratchCopy, scratchCopy } from "../scratch-copy.ts";
import { generatedChecks } from "./generated.ts";

let copy: ScratchCopy;
beforeAll(async () => {
  copy = await scratchCopy(join(import.meta.dirname, "../../../.."));
});
afterEach(() => copy.restore());
afterAll(() => copy[Symbol.asyncDispose]());

const append = (path: string, more: string) => copy.edit(path, (text) => text + more);

/** What the row of this name finds about the file, when these targets are looked at. */
async function findingsOf(name: string, path: string, looked: readonly Target[] = targets) {
  const check = generatedChecks(looked).find((one) => one.name === name);
  return (await check!.run(copy.root)).filter(({ where }) => where === path);
}

test("an edit of generated code is found, with the line", async () => {
  const path = "packages/rest/src/generated/models.ts";
  const before = await findingsOf("generated", path);
  expect(before).toEqual([]);
  await append(path, "export type Planted = never;\n");
  const [finding] = await findingsOf("generated", path);
  expect(finding!.what).toContain("-export type Planted = never;");
  expect(finding!.todo).toContain("run `pnpm generate`");
});

test("an OpenAPI document that does not follow from the TypeSpec is found", async () => {
  const path = "specs/chat/openapi/2021-03-07.json";
  await copy.edit(path, (text) => text.replace('"topic"', '"subject"'));
  const [finding] = await findingsOf("openapi", path);
  expect(finding!.what).toContain("subject");
  await copy.edit(path, () => undefined);
  expect(await findingsOf("openapi", path)).toMatchObject([{ what: `missing: ${path}` }]);
});

test("a specification whose generated code was not brought up to date is found", async () => {
  await copy.edit("specs/chat/messages.tsp", (text) =>
    text.replace("model ChatMessage {", "model ChatMessage {\n  planted?: string;\n"),
  );
  const [finding] = await findingsOf("generated", "packages/rest/src/generated/models.ts");
  expect(finding!.what).toContain("planted");
});

test("a version that the user agent does not name is found", async () => {
  await copy.edit("packages/rest/package.json", (text) =>
    text.replace(/"version": "[^"]+"/, '"version": "98.7.6"'),
  );
  const [finding] = await findingsOf("generated", "packages/rest/src/generated/context.ts");
  expect(finding!.what).toMatch(/^ *\+.*acs-chat-rest\/98\.7\.6/m);
});

test("stale output of AutoRest is found", async () => {
  const path = "tools/differential-tests/generated/2025-03-15/pagingHelper.ts";
  // One document is enough: AutoRest takes long for each.
  const newest = targets.filter(({ name }) => name === "2025-03-15");
  await append(path, "export type Planted = never;\n");
  const [finding] = await findingsOf("autorest-client", path, newest);
  expect(finding!.what).toContain("-export type Planted = never;");
  expect(finding!.todo).toContain("pnpm generate --from openapi");
});

test("a specification that does not compile is not drift, but must be corrected first", async () => {
  await append("specs/chat/messages.tsp", "model Broken {");
  await expect(findingsOf("generated", "")).rejects.toThrow(NotReady);
});
