import type { Verdict } from "./judge.ts";
import { specId, suiteNames, type SuiteName } from "./suites.ts";

/** The committed status of each scenario by suite and spec, and the specs whose output has type errors. */
export interface Scoreboard {
  readonly scenarios: Readonly<
    Record<SuiteName, Readonly<Record<string, Readonly<Record<string, "pass" | "missing">>>>>
  >;
  readonly typeCheckFailures: readonly string[];
}

/** The differences between a run and the scoreboard. */
export interface Comparison {
  /** Scenarios that no longer pass, and specs whose output no longer type-checks. */
  readonly regressions: readonly string[];
  /** Scenarios that newly pass, and specs whose output newly type-checks. */
  readonly improvements: readonly string[];
}

/**
 * Compares a run with the scoreboard. A missing scenario is a regression in a complete run, but not in a partial
 * one.
 */
export function compare(
  board: Scoreboard,
  verdicts: readonly Verdict[],
  typeCheckFailures: readonly string[],
  isWhole: boolean,
): Comparison {
  const regressions: string[] = [];
  const improvements: string[] = [];
  for (const verdict of verdicts) {
    const before = board.scenarios[verdict.suite]?.[verdict.path]?.[verdict.name];
    if (before === "pass" && !verdict.passed) {
      regressions.push(`${verdict.name} (${specId(verdict)}): ${verdict.reason ?? ""}`);
    }
    if (before !== "pass" && verdict.passed) improvements.push(verdict.name);
  }
  if (isWhole) {
    const known = new Set(verdicts.map(({ name }) => name));
    for (const name of Object.values(board.scenarios).flatMap(Object.values).flatMap(Object.keys)) {
      if (!known.has(name)) regressions.push(`${name}: Spector no longer has it`);
    }
  }
  const failing = new Set(typeCheckFailures);
  for (const spec of failing) {
    if (!board.typeCheckFailures.includes(spec))
      regressions.push(`${spec}: the output does not type-check`);
  }
  const judged = new Set(verdicts.map(specId));
  for (const spec of board.typeCheckFailures) {
    if (judged.has(spec) && !failing.has(spec)) improvements.push(`${spec} type-checks`);
  }
  return { regressions, improvements };
}

/** Returns the scoreboard with the results of a run. Keeps the results of scenarios that the run did not include. */
export function merge(
  board: Scoreboard,
  verdicts: readonly Verdict[],
  typeCheckFailures: readonly string[],
): Scoreboard {
  const scenarios: Record<string, Record<string, Record<string, "pass" | "missing">>> = {};
  for (const suite of suiteNames) {
    const specs = new Map(Object.entries(board.scenarios[suite] ?? {}));
    for (const verdict of verdicts.filter((one) => one.suite === suite)) {
      specs.set(verdict.path, {
        ...specs.get(verdict.path),
        [verdict.name]: verdict.passed ? "pass" : "missing",
      });
    }
    scenarios[suite] = Object.fromEntries(
      [...specs]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([path, names]) => [
          path,
          Object.fromEntries(
            Object.entries(names).toSorted(([left], [right]) => (left < right ? -1 : 1)),
          ),
        ]),
    );
  }
  const judged = new Set(verdicts.map(specId));
  return {
    scenarios: scenarios as Scoreboard["scenarios"],
    typeCheckFailures: [
      ...board.typeCheckFailures.filter((spec) => !judged.has(spec)),
      ...typeCheckFailures,
    ].toSorted(),
  };
}

/** A scoreboard without scenarios. */
export const emptyScoreboard: Scoreboard = {
  scenarios: { "http-specs": {}, "azure-http-specs": {} },
  typeCheckFailures: [],
};
