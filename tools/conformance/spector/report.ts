import type { Verdict } from "./judge.ts";
import { areaOf, specId, suiteNames } from "./suites.ts";

/** Returns lines with the passed and total scenarios per suite and area, and the scenarios that do not pass. */
export function reportVerdicts(verdicts: readonly Verdict[]): string[] {
  const lines: string[] = [];
  for (const suite of suiteNames) {
    const own = verdicts.filter((verdict) => verdict.suite === suite);
    if (own.length === 0) continue;
    lines.push(`${suite} ${score(own)}`);
    const areas = groupBy(own, ({ path }) => areaOf(path));
    for (const [area, inside] of areas) lines.push(`  ${area.padEnd(42)} ${score(inside)}`);
  }
  const missing = verdicts.filter((verdict) => !verdict.passed);
  if (missing.length > 0) lines.push("", "missing:");
  for (const [spec, inside] of groupBy(missing, specId)) {
    lines.push(`  ${spec}`);
    for (const [reason, same] of groupBy(inside, (verdict) => verdict.reason ?? "")) {
      lines.push(`    ${same.map(({ name }) => name).join(", ")}: ${reason}`);
    }
  }
  return lines;
}

/** Returns the last line of a run, with the totals of the selected specs. */
export function summaryLine(verdicts: readonly Verdict[], typeCheckFailures: number): string {
  const scores = suiteNames.map(
    (suite) => `${suite}: ${score(verdicts.filter((verdict) => verdict.suite === suite))}`,
  );
  return `${scores.join(", ")}, type-check failures: ${typeCheckFailures}`;
}

function score(verdicts: readonly Verdict[]): string {
  return `${verdicts.filter(({ passed }) => passed).length}/${verdicts.length}`;
}

function groupBy(
  verdicts: readonly Verdict[],
  key: (verdict: Verdict) => string,
): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const name = key(verdict);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [verdict]);
    else group.push(verdict);
  }
  return groups;
}
