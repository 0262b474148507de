import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  expand,
  query,
  queryEach,
  queryList,
  queryRecord,
  segment,
  subpath,
  urlPart,
  urlPath,
} from "./url.ts";

const text = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((value) => value !== "." && value !== "..");

test("encodes a segment so that it does not affect the rest of the path", () => {
  fc.assert(
    fc.property(text, (value) => {
      const { pathname, search, hash } = new URL(`https://x/a/${segment("id", value)}/b`);
      expect(pathname.split("/")).toHaveLength(4);
      expect(decodeURIComponent(pathname.split("/")[2]!)).toBe(value);
      expect(search + hash).toBe("");
    }),
  );
});

test.each(["", ".", "..", undefined, null])("refuses the segment %j", (value) => {
  expect(() => segment("id", value as string)).toThrow(/^id must not be/);
});

test("encodes query parameters so that they can be decoded", () => {
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1 }), (one, many) => {
      const url = queryEach(query("/p", { one }), "many", many);
      const { searchParams } = new URL(url, "https://x");
      expect(searchParams.get("one")).toBe(one);
      expect(searchParams.getAll("many")).toEqual(many);
    }),
  );
});

test("omits undefined and null, but not false and 0", () => {
  expect(query("/p", { a: undefined })).toBe("/p");
  expect(query("/p", { a: null })).toBe("/p");
  expect(query("/p", { a: 0 })).toBe("/p?a=0");
  expect(query("/p?b=1", { a: false })).toBe("/p?b=1&a=false");
  expect(queryList("/p", "a", undefined, ",")).toBe("/p");
  expect(queryRecord("/p", "a", null, true)).toBe("/p");
});

test("writes lists and records", () => {
  expect(queryList("/p", "a", ["x,y", "z"], ",")).toBe("/p?a=x%2Cy,z");
  expect(queryList("/p", "a", ["x", "z"], "|")).toBe("/p?a=x%7Cz");
  expect(queryRecord("/p", "a", { x: 1, "y z": 2 }, true)).toBe("/p?x=1&y%20z=2");
  expect(queryRecord("/p", "a", { x: 1, y: 2 }, false)).toBe("/p?a=x,1,y,2");
});

// The examples of RFC 6570, section 3.2, for the operators of paths.
test.each([
  ["", "red,green,blue", "red,green,blue"],
  ["+", "red,green,blue", "red,green,blue"],
  ["#", "#red,green,blue", "#red,green,blue"],
  [".", ".red,green,blue", ".red.green.blue"],
  ["/", "/red,green,blue", "/red/green/blue"],
  [";", ";list=red,green,blue", ";list=red;list=green;list=blue"],
] as const)("expands a list with operator %j", (operator, plain, exploded) => {
  const list = ["red", "green", "blue"];
  expect(expand(operator, "list", list, false)).toBe(plain);
  expect(expand(operator, "list", list, true)).toBe(exploded);
});

test.each([
  ["", "semi=%3B,dot=d"],
  ["+", "semi=;,dot=d"],
  ["/", "/semi=%3B/dot=d"],
  [";", ";semi=%3B;dot=d"],
] as const)("expands a record with operator %j", (operator, exploded) => {
  expect(expand(operator, "keys", { semi: ";", dot: "d" }, true)).toBe(exploded);
});

test("keeps the slashes of a path argument, and refuses '..' in it", () => {
  expect(subpath("scope", "subscriptions/1/groups/a b")).toBe("/subscriptions/1/groups/a%20b");
  expect(subpath("scope", "/subscriptions/1/")).toBe("/subscriptions/1");
  expect(subpath("scope", "")).toBe("");
  expect(subpath("scope", "a?b#c")).toBe("/a%3Fb%23c");
  expect(() => subpath("scope", "a/../b")).toThrow('scope must not be ".."');
});

test("refuses a part of a base URL that would change the host", () => {
  expect(urlPart("region", "westeurope")).toBe("westeurope");
  expect(urlPart("host", "localhost:8080")).toBe("localhost:8080");
  for (const value of ["", "evil.com/", "me@evil.com", "a\\b", "a?b", "a#b", "a b", undefined]) {
    expect(() => urlPart("region", value)).toThrow(/^region cannot be part of a URL/);
  }
});

test("writes a part of the path of a base URL", () => {
  expect(urlPath("base", "/api/v2/")).toBe("api/v2");
  expect(urlPath("base", "")).toBe("");
  for (const value of ["a?b", "a#b", "a b", "a\\b", "a/../b", "..", ".", "a//b"])
    expect(() => urlPath("base", value)).toThrow(/^base cannot be part of a path/);
});
