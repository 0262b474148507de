import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageVersion } from "./version.ts";

test("the version in the user agent is the package's", () => {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  expect(packageVersion).toBe(version);
});
