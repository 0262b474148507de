import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withProgress } from "./progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("logs nothing for the first second, then the name of the work and every 5 seconds its duration", async () => {
  const lines: string[] = [];
  const work = new Promise<string>((resolve) => setTimeout(resolve, 10_500, "result"));
  const done = withProgress(
    "compiling toy",
    (line) => void lines.push(line),
    () => work,
  );
  await vi.advanceTimersByTimeAsync(999);
  expect(lines).toEqual([]);
  await vi.advanceTimersByTimeAsync(9001);
  expect(lines).toEqual(["compiling toy …", "compiling toy … 5 s", "compiling toy … 10 s"]);
  await vi.advanceTimersByTimeAsync(500);
  expect(await done).toBe("result");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines).toHaveLength(3);
});

test("rejects if the work rejects, and logs nothing afterwards", async () => {
  const lines: string[] = [];
  const failing = withProgress(
    "compiling toy",
    (line) => void lines.push(line),
    () => Promise.reject(new Error("broken")),
  );
  await expect(failing).rejects.toThrow("broken");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines).toEqual([]);
});
