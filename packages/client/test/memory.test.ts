/** Whether the pages that an iteration has left behind are let go of. Runs where garbage can be collected on demand. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("keeps at most two pages in memory while iterating over 100,000 messages", () => {
  const program = fileURLToPath(new URL("./support/iterate-many.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--expose-gc", program], { encoding: "utf8" });
  const { messages, mostPagesAlive, control } = JSON.parse(output) as Record<string, number>;
  expect(messages).toBe(100_000);
  expect(mostPagesAlive).toBeGreaterThanOrEqual(1);
  expect(mostPagesAlive).toBeLessThanOrEqual(2);
  // The counting sees pages that somebody does hold.
  expect(control).toBe(500);
});
