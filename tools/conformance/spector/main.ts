import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BuildError, buildDependencies } from "@acs-chat/generate/command";
import { runConformance, selectSpecs, type Outcome } from "./conformance.ts";
import { readOptions, usage, UsageError, type Options } from "./options.ts";
import { progressOn } from "./progress.ts";
import { runReal } from "./real/main.ts";
import { reportVerdicts, summaryLine } from "./report.ts";
import { compare, emptyScoreboard, merge, type Scoreboard } from "./scoreboard.ts";
import { measure } from "./timing.ts";

const scoreboardFile = join(import.meta.dirname, "scoreboard.json");

const progress = progressOn(process.stderr);

/** The maximum number of lines to print per spec or file. */
const shownErrors = 3;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError || error instanceof BuildError)) throw error;
  console.error(`conformance: ${error.message}`);
  return 2;
});

async function main(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const [first, folder, ...others] = options.filters;
  if (first === "real") {
    if (others.length > 0) throw new UsageError("real accepts only one folder; see --help");
    return runReal(folder, progress);
  }
  const specs = selectSpecs(options.filters);
  await buildDependencies("@acs-chat/conformance", console.error);
  if (options.timing) {
    const { bare, emitting } = await measure(specs, progress);
    progress("");
    console.log(
      `compiling: ${Math.round(bare)} ms of CPU time, with output: ${Math.round(emitting)} ms, ratio ${(emitting / bare).toFixed(2)}`,
    );
    return 0;
  }
  const outcome = await runConformance(options, progress);
  progress("");
  printProblems(outcome);
  for (const line of reportVerdicts(outcome.verdicts)) console.log(line);
  const regressed = compareWithScoreboard(outcome, options);
  const failures = outcome.typeCheckFailures.length;
  console.log(
    options.emitOnly
      ? `no calls run, type-check failures: ${failures}`
      : summaryLine(outcome.verdicts, failures),
  );
  const failed =
    (options.emitOnly && failures > 0) ||
    regressed ||
    outcome.broken.size > 0 ||
    outcome.unknown.length > 0;
  if (!failed) return 0;
  console.error(
    "conformance: correct the problems listed above; `pnpm conformance <area>` runs only one area",
  );
  return 1;
}

function printProblems(outcome: Outcome): void {
  for (const { spec, messages } of outcome.emitFailures)
    printSome(`not emitted: ${spec}`, messages);
  for (const [spec, errors] of outcome.typeErrors.bySpec) printSome(`type errors: ${spec}`, errors);
  for (const [file, errors] of outcome.typeErrors.byCalls)
    printSome(`type errors: calls/${file}`, errors);
  for (const [file, reason] of outcome.broken) console.log(`not loaded: calls/${file}: ${reason}`);
  if (outcome.unknown.length > 0) {
    console.log(`calls for scenarios that Spector does not have: ${outcome.unknown.join(", ")}`);
  }
}

function printSome(title: string, lines: readonly string[]): void {
  console.log(title);
  for (const line of lines.slice(0, shownErrors))
    console.log(`    ${line.replaceAll("\n", "\n    ")}`);
  if (lines.length > shownErrors) console.log(`    and ${lines.length - shownErrors} more`);
}

/** Compares the results with the scoreboard, prints the differences, and with --update records improvements. */
function compareWithScoreboard(outcome: Outcome, options: Options): boolean {
  if (options.emitOnly) return false;
  const board = readScoreboard() ?? {
    // The first scoreboard records the current failures.
    ...emptyScoreboard,
    typeCheckFailures: outcome.typeCheckFailures,
  };
  const { regressions, improvements } = compare(
    board,
    outcome.verdicts,
    outcome.typeCheckFailures,
    options.filters.length === 0,
  );
  for (const regression of regressions) console.log(`REGRESSION ${regression}`);
  if (improvements.length > 0) {
    console.log(
      `newly passing: ${improvements.length}${options.update ? "" : " (record them with --update)"}`,
    );
  }
  if (options.update) {
    if (regressions.length > 0)
      console.log("The scoreboard was not written, because some scenarios no longer pass.");
    else {
      const next = merge(board, outcome.verdicts, outcome.typeCheckFailures);
      writeFileSync(scoreboardFile, `${JSON.stringify(next, undefined, 2)}\n`);
    }
  }
  return regressions.length > 0;
}

function readScoreboard(): Scoreboard | undefined {
  if (!existsSync(scoreboardFile)) return undefined;
  return JSON.parse(readFileSync(scoreboardFile, "utf8")) as Scoreboard;
}
