/** The result of one project. */
export interface Verdict {
  readonly name: string;
  readonly kind:
    | "ok"
    | "refused"
    | "not type-checking"
    | "not loading"
    | "crashed"
    | "no service"
    | "not compiling";
  readonly reason: string;
  /** The codes of the diagnostics, if the emitter refused the project. */
  readonly codes?: readonly string[];
  /** The CPU time in milliseconds of compiling without output, and with our client. */
  readonly bare: number;
  readonly emitting: number;
}

const kinds = [
  "ok",
  "refused",
  "not type-checking",
  "not loading",
  "crashed",
  "no service",
  "not compiling",
] as const;

/** Kinds of projects that say nothing about the emitter. */
const notJudged: ReadonlySet<Verdict["kind"]> = new Set(["no service", "not compiling"]);

/** The number of slowest projects to list. */
const listed = 5;

/** Returns the lines of the report: each project that is not ok, the counts by kind, and the times. */
export function report(verdicts: readonly Verdict[]): readonly string[] {
  const judged = verdicts.filter(({ kind }) => !notJudged.has(kind));
  const failed = kinds.flatMap((kind) =>
    judged.filter((verdict) => verdict.kind === kind && kind !== "ok"),
  );
  return [
    ...failed.flatMap(({ name, kind, reason }) => [
      `${kind.padEnd(18)} ${name}`,
      `${" ".repeat(19)}${reason}`,
    ]),
    ...(failed.length === 0 ? [] : [""]),
    ...countLines(verdicts, judged.length),
    "",
    ...timeLines(judged),
    summary(judged),
  ];
}

/** Returns the number of projects per kind, and of refused projects per code. */
function countLines(verdicts: readonly Verdict[], judged: number): readonly string[] {
  const lines: string[] = [];
  for (const kind of kinds) {
    const all = verdicts.filter((verdict) => verdict.kind === kind);
    const share = notJudged.has(kind) || judged === 0 ? "" : `  ${percent(all.length, judged)}`;
    const byCode = new Map<string, number>();
    for (const code of all.flatMap(({ codes = [] }) => codes)) {
      byCode.set(code, (byCode.get(code) ?? 0) + 1);
    }
    const codes = [...byCode].toSorted(([, left], [, right]) => right - left);
    lines.push(`${kind.padEnd(18)} ${String(all.length).padStart(5)}${share}`);
    for (const [code, count] of codes) lines.push(`${String(count).padStart(24)}  ${code}`);
  }
  return lines;
}

/** Returns the projects that took longest with output. */
function timeLines(judged: readonly Verdict[]): readonly string[] {
  const slowest = judged
    .toSorted((left, right) => right.emitting - left.emitting)
    .slice(0, listed)
    .map(({ bare, emitting, name }) => `${columns(bare, emitting)}  ${name}`);
  return slowest.length === 0 ? [] : ["   compiling  with output  ratio  slowest", ...slowest, ""];
}

function milliseconds(time: number, width: number): string {
  return `${Math.round(time)} ms`.padStart(width);
}

function columns(bare: number, emitting: number): string {
  return `${milliseconds(bare, 12)}${milliseconds(emitting, 13)}${ratio(bare, emitting).padStart(7)}`;
}

function summary(judged: readonly Verdict[]): string {
  const ok = judged.filter(({ kind }) => kind === "ok").length;
  const bare = sum(judged.map((verdict) => verdict.bare));
  const emitting = sum(judged.map((verdict) => verdict.emitting));
  const times = `compiling ${Math.round(bare)} ms, with output ${Math.round(emitting)} ms, ratio ${ratio(bare, emitting)}`;
  return `${ok} of ${judged.length} services are ok (${percent(ok, judged.length)}); ${times}`;
}

function ratio(bare: number, emitting: number): string {
  return (bare === 0 ? 0 : emitting / bare).toFixed(2);
}

function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1)} %`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
