import { expect, it } from "vitest";
import { parseJson, parseRecord } from "./json.ts";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

it("parses objects and arrays, and returns only objects as a record", () => {
  expect(parseRecord('{"a":1}')).toEqual({ a: 1 });
  expect(parseRecord("[1]")).toEqual([1]);
  for (const text of ["", "1", "null", "{", undefined, 7, {}]) {
    expect(parseRecord(text)).toBeUndefined();
  }
});

it("throws for JSON that nests deeper than 100 levels", () => {
  expect(parseJson(nested(100))).toBeInstanceOf(Array);
  expect(() => parseJson(nested(101))).toThrow(RangeError);
  expect(() => parseJson(nested(400_000))).toThrow("nests deeper than 100 levels");
});

it("does not count brackets within strings", () => {
  expect(parseRecord(JSON.stringify({ text: "[".repeat(1000) }))).toBeDefined();
});
