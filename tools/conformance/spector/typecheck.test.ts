import { expect, test } from "vitest";
import type { Spec } from "./suites.ts";
import { groupErrors } from "./typecheck.ts";

const specs: Spec[] = [
  { suite: "http-specs", path: "type/union", entry: "main.tsp" },
  { suite: "http-specs", path: "type/union/discriminated", entry: "main.tsp" },
];

test("groups the compiler's errors by spec, and separates nested specs", () => {
  const outer = "out/type/union/client/models.ts(1,2): error TS1: one";
  const inner = "out/type/union/discriminated/client/models.ts(3,4): error TS2: two";
  const call = "calls/type/union.ts(5,6): error TS3: three";
  const { bySpec, byCalls } = groupErrors(
    2,
    [outer, inner, call, "  a continued line"].join("\n"),
    specs,
  );
  expect([...bySpec]).toEqual([
    ["http-specs/type/union", [outer]],
    ["http-specs/type/union/discriminated", [inner]],
  ]);
  expect([...byCalls]).toEqual([["type/union.ts", [call]]]);
});

test("ignores errors in the calls of specs that are not selected", () => {
  const line = "calls/type/array.ts(5,6): error TS3: three";
  expect(groupErrors(2, line, specs).byCalls.size).toBe(0);
});

test("throws if the compiler fails without naming a file", () => {
  expect(() => groupErrors(1, "error TS18003: No inputs were found", specs)).toThrow(/No inputs/);
});
