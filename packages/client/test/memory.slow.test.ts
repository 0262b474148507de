/** These tests run programs in separate processes, where they can trigger garbage collection. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("keeps at most two pages in memory while iterating over 20,000 messages", () => {
  const program = fileURLToPath(new URL("./support/iterate-many.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--expose-gc", program], { encoding: "utf8" });
  const { messages, mostPagesAlive, control } = JSON.parse(output) as Record<string, number>;
  expect(messages).toBe(20_000);
  expect(mostPagesAlive).toBeGreaterThanOrEqual(1);
  expect(mostPagesAlive).toBeLessThanOrEqual(2);
  // The control run keeps its pages, and all of them are counted.
  expect(control).toBe(100);
});

test("leaves no memory in use for clients that the application has dropped", () => {
  const program = fileURLToPath(new URL("./support/create-many.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--expose-gc", program], { encoding: "utf8" });
  const { bytesPerClient } = JSON.parse(output) as { readonly bytesPerClient: number };
  expect(bytesPerClient).toBeLessThan(300);
});
