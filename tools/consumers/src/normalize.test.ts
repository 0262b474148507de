import { describe, expect, it } from "vitest";
import { flatten, normalize } from "./normalize.ts";

const alice = "8:acs:ac5c4a70-0000-4000-8000-000000000001_e2af3bfc-b756-4193-9dc8-a31dc9b9b227";
const names = new Map([[alice, "Alice"]]);

describe("normalize", () => {
  it.each([
    ["Date 2026-11-28T08:32:03.479Z", "Date <time>"],
    ["2026-11-28T08:32:03Z", "<time>"],
    ["1795854723406", "<number>"],
    ["Today at 08:25", "<clock>"],
    ["Yesterday 8:25 PM", "<clock>"],
    [`${alice} and 8:acs:00000000-aa_00000000-bb`, "<Alice> and <user>"],
    ["19:3bwnjq6-0WhDMeDxoC2cmCQoOCyuq-8ezPvSIqsbiRA@thread.v2", "<thread>"],
    ["https://localhost:36519/chat", "https://<host>/chat"],
  ])("replaces values that differ between runs in %s", (text, expected) => {
    expect(normalize(text, names)).toBe(expected);
  });

  it.each(["Line 30", "message 12345", "Noodles at noon?", "statusCode = 404"])(
    "keeps %s",
    (text) => {
      expect(normalize(text, names)).toBe(text);
    },
  );
});

describe("flatten", () => {
  it("returns a line for each value, sorted by path", () => {
    expect(flatten({ b: [1, { c: null }], a: "x" })).toEqual([
      'a = "x"',
      "b.0 = 1",
      "b.1.c = null",
    ]);
  });

  it("distinguishes empty lists, empty objects and null, and leaves out undefined", () => {
    expect(flatten({ a: [], b: {}, c: null, d: undefined })).toEqual([
      "a = []",
      "b = {}",
      "c = null",
    ]);
  });
});
