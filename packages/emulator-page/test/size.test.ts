import { expect, test } from "vitest";
import { LIMIT, sizes } from "../build/sizes.ts";

test("the compressed page, including the client, does not exceed its size limit", () => {
  const files = sizes();
  expect(files.map(({ name }) => name)).toContain("index.html");
  const total = files.reduce((sum, { size }) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(LIMIT);
});
