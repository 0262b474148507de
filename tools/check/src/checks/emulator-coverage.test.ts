import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { fixture } from "../fixture.ts";
import { emulatorCoverage } from "./emulator-coverage.ts";

const repository = join(import.meta.dirname, "../../../..");
const newest = "specs/chat/openapi/2025-03-15.json";

interface Editable {
  info: { version: string };
  paths: Record<string, Record<string, unknown>>;
}

/** A repository with the real emulator and a chat specification that was changed. */
async function planted(change: (document: Editable) => void) {
  const document = JSON.parse(await readFile(join(repository, newest), "utf8")) as Editable;
  change(document);
  const made = await fixture({ [newest]: document });
  await mkdir(join(made.root, "packages"));
  await symlink(join(repository, "packages/emulator"), join(made.root, "packages/emulator"));
  return made;
}

test("reports nothing for the repository's specifications", async () => {
  expect(await emulatorCoverage.run(repository)).toEqual([]);
});

test("reports an operation that the emulator does not serve, with its line", async () => {
  await using changed = await planted(({ paths }) => {
    paths["/chat/threads/{chatThreadId}/polls"] = {
      get: { operationId: "ChatThread_ListPolls", parameters: [] },
    };
  });
  const findings = await emulatorCoverage.run(changed.root);
  expect(findings).toEqual([
    {
      where: expect.stringMatching(/^specs\/chat\/openapi\/2025-03-15\.json:\d+$/),
      what: expect.stringContaining("listPolls (GET /chat/threads/{chatThreadId}/polls)"),
      todo: expect.stringContaining("packages/emulator/src/http/operations"),
    },
  ]);
  expect(findings[0]!.what).toContain("does not have the path");
  const line = Number(findings[0]!.where.split(":").at(-1));
  const text = await readFile(join(changed.root, newest), "utf8");
  expect(text.split("\n")[line - 1]).toContain("ChatThread_ListPolls");
});

test("reports a method that the emulator does not serve", async () => {
  await using changed = await planted(({ paths }) => {
    paths["/chat/threads/{chatThreadId}"]!["put"] = { operationId: "ChatThread_Replace" };
  });
  expect(await emulatorCoverage.run(changed.root)).toMatchObject([
    { what: expect.stringContaining("but not the method") },
  ]);
});

test("reports every operation of an API version that the emulator does not support", async () => {
  await using changed = await planted((document) => {
    document.info.version = "2099-01-01";
  });
  const findings = await emulatorCoverage.run(changed.root);
  expect(findings).toHaveLength(16);
  expect(findings[0]!.what).toContain("2099-01-01");
});

test("asks to build an emulator that is not built", async () => {
  await using empty = await fixture({});
  await expect(emulatorCoverage.run(empty.root)).rejects.toThrow(NotReady);
});
