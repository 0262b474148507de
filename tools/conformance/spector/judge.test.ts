import { expect, test } from "vitest";
import { judge, typeErrorsByScenario, type Evidence } from "./judge.ts";
import type { Scenario } from "./scenarios.ts";

const scenario: Scenario = { name: "Type_Array_get", suite: "http-specs", path: "type/array" };

function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    calls: [{ scenario: scenario.name, file: "type/array.ts", call: async () => {} }],
    results: { completed: new Map([[scenario.name, 1]]), failed: new Map() },
    coverage: new Map([[scenario.name, "pass"]]),
    typeErrors: new Map(),
    ...change,
  };
}

const reasonOf = (change: Partial<Evidence>): string | undefined =>
  judge([scenario], evidence(change))[0]!.reason;

test("passes a scenario that Spector covers and whose call asserts", () => {
  expect(judge([scenario], evidence())).toEqual([{ ...scenario, passed: true }]);
});

test.each<[string, Partial<Evidence>, string]>([
  ["it has no call", { calls: [] }, "no call"],
  [
    "its call fails",
    { results: { completed: new Map(), failed: new Map([[scenario.name, "AssertionError"]]) } },
    "call failed: AssertionError",
  ],
  [
    "its call asserts nothing",
    { results: { completed: new Map([[scenario.name, 0]]), failed: new Map() } },
    "the call asserts nothing",
  ],
  [
    "its call does not type-check",
    { typeErrors: new Map([[scenario.name, "TS2339"]]) },
    "the call does not type-check: TS2339",
  ],
  [
    "Spector received an invalid request",
    { coverage: new Map([[scenario.name, "fail"]]) },
    "Spector reports fail",
  ],
  ["Spector does not report it", { coverage: new Map() }, "Spector reports nothing"],
])("does not pass a scenario when %s", (_, change, reason) => {
  expect(reasonOf(change)).toBe(reason);
});

test("assigns a type error to the call that contains its line", () => {
  const source = [
    "const shared = 1;",
    "export const calls = {",
    "  async A() {",
    "  },",
    "  B: call(",
    "  ),",
    "};",
  ];
  const errors = ["calls/x.ts(4,1): error TS1: in A", "calls/x.ts(6,3): error TS2: in B"];
  expect(typeErrorsByScenario(source.join("\n"), ["A", "B"], errors)).toEqual(
    new Map([
      ["A", "TS1: in A"],
      ["B", "TS2: in B"],
    ]),
  );
});

test("assigns a type error above the first call to all calls", () => {
  const source = [
    "const shared = 1;",
    "export const calls = {",
    "  async A() {},",
    "  async B() {},",
    "};",
  ];
  expect([
    ...typeErrorsByScenario(source.join("\n"), ["A", "B"], ["x.ts(1,1): error TS1: shared"]).keys(),
  ]).toEqual(["A", "B"]);
});
