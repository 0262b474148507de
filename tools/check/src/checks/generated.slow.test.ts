import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { targets } from "@acs-chat/generate";
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

/** Returns the findings of the named check about files. Generates only the targets that own them. */
async function findingsOf(name: string, ...paths: readonly string[]) {
  const owners = targets.filter(({ owns }) =>
    paths.some((path) => owns.some((folder) => path.startsWith(`${folder}/`))),
  );
  const check = generatedChecks(owners).find((one) => one.name === name);
  return (await check!.run(copy.root)).filter(({ where }) => paths.includes(where));
}

test("reports an edit of generated code, with the line", async () => {
  const path = "packages/rest/src/generated/models.ts";
  const before = await findingsOf("generated", path);
  expect(before).toEqual([]);
  await append(path, "export type Planted = never;\n");
  const [finding] = await findingsOf("generated", path);
  expect(finding!.what).toContain("-export type Planted = never;");
  expect(finding!.todo).toContain("run `pnpm generate`");
});

test("reports OpenAPI documents that are missing or differ from the TypeSpec", async () => {
  const changed = "specs/chat/openapi/2021-03-07.json";
  const missing = "specs/chat/openapi/2023-11-07.json";
  await copy.edit(changed, (text) => text.replace('"topic"', '"subject"'));
  await copy.edit(missing, () => undefined);
  expect(await findingsOf("openapi", changed, missing)).toMatchObject([
    { where: changed, what: expect.stringContaining("subject") },
    { where: missing, what: `missing: ${missing}` },
  ]);
});

test("reports generated code that is older than its specification", async () => {
  await copy.edit("specs/chat/messages.tsp", (text) =>
    text.replace("model ChatMessage {", "model ChatMessage {\n  planted?: string;\n"),
  );
  const [finding] = await findingsOf("generated", "packages/rest/src/generated/models.ts");
  expect(finding!.what).toContain("planted");
});

test("reports a package version that the user agent does not contain", async () => {
  await copy.edit("packages/rest/package.json", (text) =>
    text.replace(/"version": "[^"]+"/, '"version": "98.7.6"'),
  );
  const [finding] = await findingsOf("generated", "packages/rest/src/generated/context.ts");
  expect(finding!.what).toMatch(/^ *\+.*acs-chat-rest\/98\.7\.6/m);
});

test("reports stale output of AutoRest", async () => {
  const path = "tools/differential-tests/generated/2025-03-15/pagingHelper.ts";
  await append(path, "export type Planted = never;\n");
  const [finding] = await findingsOf("autorest-client", path);
  expect(finding!.what).toContain("-export type Planted = never;");
  expect(finding!.todo).toContain("pnpm generate --from openapi");
});

test("cannot run with a specification that does not compile", async () => {
  await append("specs/chat/messages.tsp", "model Broken {");
  await expect(findingsOf("generated", "packages/rest/src/generated/models.ts")).rejects.toThrow(
    NotReady,
  );
});
