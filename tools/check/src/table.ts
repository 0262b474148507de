import type { Check, Finding } from "./check.ts";

/** The result of one check. */
export interface Row {
  readonly check: Check;
  /** The findings, or the reason why the check could not run. */
  readonly result: readonly Finding[] | { readonly notReady: string };
  readonly seconds: number;
}

/** The maximum number of findings to print per check. */
const shown = 20;

/** Formats the rows as a table, followed by each finding and how to correct it. */
export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ check }) => check.name.length));
  const lines = rows.map(({ check, result, seconds }) =>
    [
      state(result).padEnd(9),
      check.name.padEnd(width),
      `${seconds.toFixed(1)} s`.padStart(7),
      check.holds,
    ].join("  "),
  );
  const details = rows.filter(({ result }) => state(result) !== "ok").map(detail);
  return [...lines, ...details].join("\n");
}

function state(result: Row["result"]): string {
  if ("notReady" in result) return "NOT READY";
  return result.length === 0 ? "ok" : "DRIFT";
}

function detail({ check, result }: Row): string {
  if ("notReady" in result) return `\n${check.name}: could not run\n  ${indent(result.notReady)}`;
  const lines = result
    .slice(0, shown)
    .map(({ where, what, todo }) => `  ${where}\n    ${indent(what, 4)}\n    to do: ${todo}`);
  const rest = result.length > shown ? [`  … and ${result.length - shown} more`] : [];
  return [`\n${check.name}: ${result.length} found`, ...lines, ...rest].join("\n");
}

function indent(text: string, by = 2): string {
  return text.trimEnd().replaceAll("\n", `\n${" ".repeat(by)}`);
}
