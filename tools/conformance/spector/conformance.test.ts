import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { selectSpecs } from "./conformance.ts";
import { UsageError } from "./options.ts";

test("rejects an unknown area", () => {
  expect(() => selectSpecs(["type/nothing"])).toThrow(UsageError);
});

test("exits with 2 for invalid arguments", () => {
  const { status } = spawnSync(process.execPath, [
    join(import.meta.dirname, "main.ts"),
    "--nothing",
  ]);
  expect(status).toBe(2);
});
