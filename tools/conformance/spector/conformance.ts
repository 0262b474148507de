import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clearOutput, emitAll, missingOutput, outFolder, type EmitFailure } from "./emit.ts";
import { judge, typeErrorsByScenario, type Verdict } from "./judge.ts";
import { UsageError, type Options } from "./options.ts";
import { loadCalls, runCalls, type RegisteredCall } from "./run-calls.ts";
import { listScenarios } from "./scenarios.ts";
import { startSpector } from "./server.ts";
import { listSpecs, specId, type Spec } from "./suites.ts";
import { typecheck, type TypeErrors } from "./typecheck.ts";

/** The results of a run. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  readonly emitFailures: readonly EmitFailure[];
  readonly typeErrors: TypeErrors;
  /** Specs whose output is incomplete or has type errors. */
  readonly typeCheckFailures: readonly string[];
  /** Files of calls that could not be loaded, with the reason. */
  readonly broken: ReadonlyMap<string, string>;
  /** Calls for scenarios that Spector does not have. */
  readonly unknown: readonly string[];
}

/** Emits the clients, type-checks them, and runs the calls. */
export async function runConformance(
  options: Pick<Options, "filters" | "emitOnly" | "noEmit">,
  progress: (line: string) => void,
): Promise<Outcome> {
  const specs = selectSpecs(options.filters);
  const ids = new Set(specs.map(specId));
  const scenarios = (await listScenarios()).filter((scenario) => ids.has(specId(scenario)));

  if (!options.noEmit && options.filters.length === 0) await clearOutput();
  const emitFailures = options.noEmit ? missingOutput(specs) : await emitAll(specs, progress);
  progress("type-checking");
  const checking = typecheck(specs);
  if (options.emitOnly) {
    const typeErrors = await checking;
    return {
      verdicts: [],
      emitFailures,
      typeErrors,
      typeCheckFailures: failing(specs, typeErrors, emitFailures),
      broken: new Map(),
      unknown: [],
    };
  }

  // The server starts while the type check runs.
  const coverageFile = join(outFolder, "coverage.json");
  const [typeErrors, server] = await Promise.all([checking, startSpector(coverageFile)]);
  progress("calling");
  const { calls, broken } = await loadCalls((path) => specs.some((spec) => spec.path === path));
  const results = await runCalls(calls, server);
  const coverage = await server.stop();

  const known = new Set(scenarios.map(({ name }) => name));
  return {
    verdicts: judge(scenarios, {
      calls,
      results,
      coverage,
      typeErrors: typeErrorsOf(calls, typeErrors),
    }),
    emitFailures,
    typeErrors,
    typeCheckFailures: failing(specs, typeErrors, emitFailures),
    broken,
    unknown: calls.map(({ scenario }) => scenario).filter((name) => !known.has(name)),
  };
}

/** Returns the selected specs. Throws for a filter that selects none. */
export function selectSpecs(filters: readonly string[]): Spec[] {
  const specs = listSpecs();
  for (const filter of filters) {
    if (!specs.some((spec) => matches(spec, [filter]))) {
      throw new UsageError(
        `unknown area "${filter}"; the areas are ${areasOf(specs).join(", ")}; see --help`,
      );
    }
  }
  return specs.filter((spec) => matches(spec, filters));
}

/** Returns the first segments of the specifications' paths. */
function areasOf(specs: readonly Spec[]): string[] {
  return [...new Set(specs.map((spec) => spec.path.split("/")[0]!))].toSorted();
}

function matches(spec: Spec, filters: readonly string[]): boolean {
  return (
    filters.length === 0 ||
    filters.some(
      (filter) =>
        `${spec.path}/`.startsWith(`${filter}/`) || `${specId(spec)}/`.startsWith(`${filter}/`),
    )
  );
}

function failing(
  specs: readonly Spec[],
  { bySpec }: TypeErrors,
  emitFailures: readonly EmitFailure[],
): string[] {
  const notEmitted = new Set(emitFailures.map(({ spec }) => spec));
  return specs.map(specId).filter((id) => bySpec.has(id) || notEmitted.has(id));
}

function typeErrorsOf(
  calls: readonly RegisteredCall[],
  { byCalls }: TypeErrors,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [file, errors] of byCalls) {
    const source = readFileSync(join(import.meta.dirname, "calls", file), "utf8");
    const scenarios = calls.filter((call) => call.file === file).map(({ scenario }) => scenario);
    for (const [scenario, error] of typeErrorsByScenario(source, scenarios, errors)) {
      found.set(scenario, error);
    }
  }
  return found;
}
