/** What came of one project. */
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
  /** Processor time in milliseconds: of a compile without output, and of one with our client. */
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

/** Projects that no emitter can be judged by. */
const apart: ReadonlySet<Verdict["kind"]> = new Set(["no service", "not compiling"]);

/** The lines of the table: each project that is not ok, how many there are of each kind, and the time that it took. */
export function report(verdicts: readonly Verdict[]): readonly string[] {
  const lines = verdicts
    .filter(({ kind }) => kind !== "ok" && !apart.has(kind))
    .map(({ name, kind, reason }) => `${kind.padEnd(18)} ${name}\n${" ".repeat(19)}${reason}`);
  const counted = kinds.map((kind) => {
    const number = verdicts.filter((verdict) => verdict.kind === kind).length;
    return `${kind.padEnd(18)} ${String(number).padStart(4)}`;
  });
  const judged = verdicts.filter(({ kind }) => !apart.has(kind));
  const ok = judged.filter(({ kind }) => kind === "ok").length;
  const bare = sum(judged.map((verdict) => verdict.bare));
  const emitting = sum(judged.map((verdict) => verdict.emitting));
  const share = judged.length === 0 ? 0 : (100 * ok) / judged.length;
  const ratio = bare === 0 ? 0 : emitting / bare;
  return [
    ...lines,
    ...(lines.length === 0 ? [] : [""]),
    ...counted,
    "",
    `${ok} of ${judged.length} services are ok (${share.toFixed(1)} %); compiling ${Math.round(bare)} ms, with output ${Math.round(emitting)} ms, ratio ${ratio.toFixed(2)}`,
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
