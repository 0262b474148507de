import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageVersion } from "./version.ts";

test("contains the package's version in the user agent", () => {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  expect(packageVersion).toBe(version);
});
