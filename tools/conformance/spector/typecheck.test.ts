import { expect, test } from "vitest";
import type { Spec } from "./suites.ts";
import { groupErrors } from "./typecheck.ts";

const specs: Spec[] = [
  { suite: "http-specs", path: "type/union", entry: "main.tsp" },
  { suite: "http-specs", path: "type/union/discriminated", entry: "main.tsp" },
];

test("sorts the compiler's lines by the spec that owns the file, nested specs apart", () => {
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

test("leaves out the calls of specs that were not asked for", () => {
  const line = "calls/type/array.ts(5,6): error TS3: three";
  expect(groupErrors(2, line, specs).byCalls.size).toBe(0);
});

test("does not take a compiler that could not start for one without findings", () => {
  expect(() => groupErrors(1, "error TS18003: No inputs were found", specs)).toThrow(/No inputs/);
});
