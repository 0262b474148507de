/** One result: our measurement, and that of a reference in the same run. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  /** The measurement of the reference; absent if the target is an absolute limit. */
  readonly reference?: number;
  readonly unit: string;
  /** `ours / reference`, or `ours` if there is no reference. */
  readonly value: number;
  /** The limit for `value`. */
  readonly target: { readonly max: number } | { readonly min: number };
}

/** Returns a row with the ratio to a reference. */
export function ratio(
  name: string,
  unit: string,
  { ours, reference }: { ours: number; reference: number },
  target: Row["target"],
): Row {
  return { name, ours, reference, unit, value: ours / reference, target };
}

/** Returns a row with an absolute limit. */
export function limit(name: string, unit: string, ours: number, max: number): Row {
  return { name, ours, unit, value: ours, target: { max } };
}

/** Whether the target is met. */
export function met({ value, target }: Row): boolean {
  return "max" in target ? value <= target.max : value >= target.min;
}

function number(value: number): string {
  return value.toPrecision(value >= 100 ? 4 : 3);
}

/** Formats the rows as an aligned table. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${number(row.ours)} ${row.unit}`,
    row.reference === undefined ? "" : `${number(row.reference)} ${row.unit}`,
    row.reference === undefined ? "" : row.value.toFixed(3),
    "max" in row.target ? `≤ ${row.target.max}` : `≥ ${row.target.min}`,
    met(row) ? "met" : "MISSED",
  ]);
  const all = [["", "ours", "reference", "ratio", "target", ""], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
