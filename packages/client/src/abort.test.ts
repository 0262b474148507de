import { expect, test } from "vitest";
import { abortError, isAbortError } from "./abort.ts";

test("distinguishes abort errors from other errors", () => {
  expect(isAbortError(abortError())).toBe(true);
  expect(isAbortError(new Error("no"))).toBe(false);
  expect(isAbortError("AbortError")).toBe(false);
});
