import { expect, test } from "vitest";
import { abortError, isAbortError } from "./abort.ts";

test("tells abort errors from others", () => {
  expect(isAbortError(abortError())).toBe(true);
  expect(isAbortError(new Error("no"))).toBe(false);
  expect(isAbortError("AbortError")).toBe(false);
});
