import type { CallResults, RegisteredCall } from "./run-calls.ts";
import type { Scenario } from "./scenarios.ts";
import type { ScenarioStatus } from "./server.ts";

/** A scenario and whether our client passes it. */
export interface Verdict extends Scenario {
  readonly passed: boolean;
  /** The reason why the scenario does not pass. */
  readonly reason?: string;
}

/** The results of a run from which scenarios are judged. */
export interface Evidence {
  readonly calls: readonly RegisteredCall[];
  readonly results: CallResults;
  /** The statuses of scenarios in Spector's coverage file. */
  readonly coverage: ReadonlyMap<string, ScenarioStatus>;
  /** Type errors of our calls, by scenario. */
  readonly typeErrors: ReadonlyMap<string, string>;
}

/**
 * Decides which scenarios pass. A scenario passes if Spector covers it, and its call type-checks against the emitted
 * client, completes, and asserts at least one value. Spector cannot check the values that the caller receives.
 */
export function judge(scenarios: readonly Scenario[], evidence: Evidence): Verdict[] {
  const called = new Set(evidence.calls.map(({ scenario }) => scenario));
  return scenarios.map((scenario) => {
    const reason = reasonAgainst(scenario.name, called, evidence);
    return reason === undefined
      ? { ...scenario, passed: true }
      : { ...scenario, passed: false, reason };
  });
}

function reasonAgainst(
  name: string,
  called: ReadonlySet<string>,
  { results, coverage, typeErrors }: Evidence,
): string | undefined {
  if (!called.has(name)) return "no call";
  const failure = results.failed.get(name);
  if (failure !== undefined) return `call failed: ${failure}`;
  if (results.completed.get(name) === undefined) return "call did not run";
  if (results.completed.get(name) === 0) return "the call asserts nothing";
  const typeError = typeErrors.get(name);
  if (typeError !== undefined) return `the call does not type-check: ${typeError}`;
  const status = coverage.get(name);
  if (status !== "pass") return `Spector reports ${status ?? "nothing"}`;
  return undefined;
}

/** Assigns type errors in a file of calls to the scenario whose call contains the line. */
export function typeErrorsByScenario(
  source: string,
  scenarios: readonly string[],
  errors: readonly string[],
): Map<string, string> {
  const lines = source.split("\n");
  const starts = scenarios
    .map((scenario) => ({
      scenario,
      line: lines.findIndex((line) => new RegExp(`^ {2}(?:async )?${scenario}\\b`).test(line)),
    }))
    .filter(({ line }) => line >= 0)
    .toSorted((left, right) => left.line - right.line);
  const found = new Map<string, string>();
  for (const error of errors) {
    const position = /\((\d+),\d+\): error (.*)$/.exec(error);
    if (position === null) continue;
    const line = Number(position[1]) - 1;
    const owner = starts.findLast((start) => start.line <= line);
    // Code above the first call is shared by all calls.
    const owners = owner === undefined ? scenarios : [owner.scenario];
    for (const scenario of owners) if (!found.has(scenario)) found.set(scenario, position[2]!);
  }
  return found;
}
