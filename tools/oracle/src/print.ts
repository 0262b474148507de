import { describeChange } from "@acs-chat/spec-diff";
import { operationIds, type Verdict } from "./compare.ts";

/** Formats the table of operations and API versions, a line per difference, and a summary as the last line. */
export function printVerdict(verdict: Verdict): string {
  const lines = [...table(verdict), ""];
  for (const { apiVersion, change, allowed } of verdict.differences) {
    // The class of a change says whether it breaks users, which does not matter here.
    const { because: _because, ...rest } = change;
    const text = `${apiVersion}  ${describeChange(rest)}`;
    lines.push(allowed ? `allowed      ${text} (${allowed.reason})` : `UNEXPLAINED  ${text}`);
  }
  for (const { apiVersion, entry } of verdict.stale) {
    lines.push(
      `STALE        ${apiVersion}  ${entry.place}: ${entry.kind} is allowed but no longer occurs`,
    );
  }
  lines.push(
    "",
    `versions: ${verdict.pairs.length}, operations: ${verdict.operations}, unexplained differences: ${verdict.unexplained}`,
  );
  return `${lines.join("\n")}\n`;
}

/** Whether the contract is proven: each difference has a reason, and each reason matches a difference. */
export function isProven(verdict: Verdict): boolean {
  return verdict.unexplained === 0 && verdict.stale.length === 0;
}

function table({ pairs, differences }: Verdict): string[] {
  const ids = [
    ...new Set(pairs.flatMap(({ official, ours }) => operationIds(official, ours))),
  ].toSorted();
  const width = Math.max(...ids.map((id) => id.length));
  const heads = pairs.map(({ apiVersion, npmVersion }) => `${apiVersion} (${npmVersion})`);
  const row = (first: string, cells: readonly string[]): string =>
    [first.padEnd(width), ...cells.map((cell, at) => cell.padEnd(heads[at]?.length ?? 0))]
      .join("  ")
      .trimEnd();
  const cell = (id: string, { apiVersion, official, ours }: Verdict["pairs"][number]): string => {
    if (!operationIds(official, ours).includes(id)) return "-";
    const here = differences.filter(
      (one) =>
        one.apiVersion === apiVersion &&
        (one.change.operations.length === 0 || one.change.operations.includes(id)),
    );
    const unexplained = here.filter(({ allowed }) => allowed === undefined).length;
    if (unexplained > 0) return `${unexplained} UNEXPLAINED`;
    return here.length > 0 ? `${here.length} allowed` : "same";
  };
  return [
    row("operation", heads),
    ...ids.map((id) =>
      row(
        id,
        pairs.map((pair) => cell(id, pair)),
      ),
    ),
  ];
}
