import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Target, targets } from "@acs-chat/generate";
import { NotReady } from "../check.ts";
import { type ScratchCopy, scratchCopy } from "../scratch-copy.ts";
import { generatedChecks } from "./generated.ts";

let copy: ScratchCopy;
beforeEach(async () => {
  copy = await scratchCopy(join(import.meta.dirname, "../../../.."));
});
afterEach(() => copy[Symbol.asyncDispose]());

/** What the row of this name finds about the file, when these targets are looked at. */
async function findingsOf(name: string, path: string, looked: readonly Target[] = targets) {
  const check = generatedChecks(looked).find((one) => one.name === name);
  return (await check!.run(copy.root)).filter(({ where }) => where === path);
}

test("an edit of generated code is found, with the line", async () => {
  const path = "packages/rest/src/generated/models.ts";
  const before = await findingsOf("generated", path);
  expect(before).toEqual([]);
  await appendFile(join(copy.root, path), "export type Planted = never;\n");
  const [finding] = await findingsOf("generated", path);
  expect(finding!.what).toContain("-export type Planted = never;");
  expect(finding!.todo).toContain("run `pnpm generate`");
});

test("an OpenAPI document that does not follow from the TypeSpec is found", async () => {
  const path = "specs/chat/openapi/2021-03-07.json";
  const text = await readFile(join(copy.root, path), "utf8");
  await writeFile(join(copy.root, path), text.replace('"topic"', '"subject"'));
  const [finding] = await findingsOf("openapi", path);
  expect(finding!.what).toContain("subject");
  await rm(join(copy.root, path));
  expect(await findingsOf("openapi", path)).toMatchObject([{ what: `missing: ${path}` }]);
});

test("a specification whose generated code was not brought up to date is found", async () => {
  const spec = join(copy.root, "specs/chat/messages.tsp");
  const text = await readFile(spec, "utf8");
  await writeFile(
    spec,
    text.replace("model ChatMessage {", "model ChatMessage {\n  planted?: string;\n"),
  );
  const [finding] = await findingsOf("generated", "packages/rest/src/generated/models.ts");
  expect(finding!.what).toContain("planted");
});

test("a version that the user agent does not name is found", async () => {
  const path = join(copy.root, "packages/rest/package.json");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/"version": "[^"]+"/, '"version": "98.7.6"'));
  const [finding] = await findingsOf("generated", "packages/rest/src/generated/context.ts");
  expect(finding!.what).toMatch(/^ *\+.*acs-chat-rest\/98\.7\.6/m);
});

test("stale output of AutoRest is found", async () => {
  const path = "tools/differential-tests/generated/2025-03-15/pagingHelper.ts";
  // One document is enough: AutoRest takes long for each.
  const newest = targets.filter(({ name }) => name === "2025-03-15");
  await appendFile(join(copy.root, path), "export type Planted = never;\n");
  const [finding] = await findingsOf("autorest-client", path, newest);
  expect(finding!.what).toContain("-export type Planted = never;");
  expect(finding!.todo).toContain("pnpm generate --from openapi");
});

test("a specification that does not compile is not drift, but must be corrected first", async () => {
  await appendFile(join(copy.root, "specs/chat/messages.tsp"), "model Broken {");
  await expect(findingsOf("generated", "")).rejects.toThrow(NotReady);
});
