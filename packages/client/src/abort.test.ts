import { expect, test, vi } from "vitest";
import { abortError, isAbortError, pause } from "./abort.ts";

test("a pause ends by itself and leaves no listener", async () => {
  const { signal } = new AbortController();
  const remove = vi.spyOn(signal, "removeEventListener");
  await pause(0, signal);
  expect(remove).toHaveBeenCalledOnce();
});

test("a pause ends at once when aborted, and clears its timer", async () => {
  vi.useFakeTimers();
  try {
    const controller = new AbortController();
    const paused = pause(1e9, controller.signal);
    controller.abort();
    await expect(paused).rejects.toSatisfy(isAbortError);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test("a pause does not begin when already aborted", async () => {
  await expect(pause(1e9, AbortSignal.abort())).rejects.toSatisfy(isAbortError);
});

test("tells abort errors from others", () => {
  expect(isAbortError(abortError())).toBe(true);
  expect(isAbortError(new Error("no"))).toBe(false);
  expect(isAbortError("AbortError")).toBe(false);
});
