import { afterEach, describe, expect, test, vi } from "vitest";
import { randomId } from "./random-id.ts";

const getRandomValues = crypto.getRandomValues.bind(crypto);

afterEach(() => vi.unstubAllGlobals());

describe.each<[string, unknown]>([
  ["crypto.randomUUID", crypto],
  ["crypto.getRandomValues only", { getRandomValues }],
  ["no crypto", undefined],
])("randomId with %s", (_, available) => {
  test("returns a different UUID of version 4 each time", () => {
    vi.stubGlobal("crypto", available);
    const ids = Array.from({ length: 500 }, randomId);
    for (const id of ids) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
    expect(new Set(ids).size).toBe(500);
  });
});
