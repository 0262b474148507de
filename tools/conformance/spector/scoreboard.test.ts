import { describe, expect, test } from "vitest";
import type { Verdict } from "./judge.ts";
import { compare, emptyScoreboard, merge } from "./scoreboard.ts";

const verdict = (name: string, passed: boolean): Verdict => ({
  suite: "http-specs",
  path: "type/array",
  name,
  passed,
  ...(passed ? {} : { reason: "no call" }),
});

describe("scoreboard", () => {
  const board = merge(
    emptyScoreboard,
    [verdict("B", true), verdict("A", true), verdict("C", false)],
    ["http-specs/type/array"],
  );

  test("sorts the scenarios", () => {
    expect(Object.keys(board.scenarios["http-specs"]["type/array"]!)).toEqual(["A", "B", "C"]);
  });

  test("reports a scenario that no longer passes", () => {
    const { regressions } = compare(board, [verdict("A", false)], [], false);
    expect(regressions).toEqual(["A (http-specs/type/array): no call"]);
  });

  test("reports output that no longer type-checks", () => {
    const { regressions } = compare(board, [], ["http-specs/type/scalar"], false);
    expect(regressions).toEqual(["http-specs/type/scalar: the output does not type-check"]);
  });

  test("reports scenarios that newly pass", () => {
    const { improvements, regressions } = compare(board, [verdict("C", true)], [], false);
    expect(improvements).toEqual(["C", "http-specs/type/array type-checks"]);
    expect(regressions).toEqual([]);
  });

  test("reports a scenario that no longer exists after a complete run", () => {
    const rest = [verdict("A", true), verdict("C", false)];
    const failures = ["http-specs/type/array"];
    expect(compare(board, rest, failures, true).regressions).toEqual([
      "B: Spector no longer has it",
    ]);
    expect(compare(board, rest, failures, false).regressions).toEqual([]);
  });

  test("keeps the results of scenarios that a partial run did not include", () => {
    const other: Verdict = { ...verdict("D", true), path: "type/scalar" };
    const next = merge(board, [other], []);
    expect(next.scenarios["http-specs"]).toEqual({
      "type/array": { A: "pass", B: "pass", C: "missing" },
      "type/scalar": { D: "pass" },
    });
    expect(next.typeCheckFailures).toEqual(["http-specs/type/array"]);
  });
});
