import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";
import { type Check, NotReady } from "./check.ts";
import { type Row, table } from "./table.ts";

const help = (checks: readonly Check[]) => `Usage: pnpm check [name …] [--except <name>] [--update]

Looks for drift: files that must agree with each other but do not. Prints one table.

Checks (all of them by default):
${checks.map(({ name, holds }) => `  ${name.padEnd(16)} ${holds}`).join("\n")}

Options:
  --except <name>  Skip this check. Can be given several times.
  --update         Write the API reports (packages/*/api) before the checks run.
  -h, --help       Show this text.

Examples:
  pnpm check
  pnpm check api licenses
  pnpm check --except snippets
  pnpm check api --update

Exit codes: 0 no findings; 1 findings; 2 invalid arguments, a build that fails, or a check that
could not run.
`;

/** The dependencies of the command. */
export interface Dependencies {
  /** The folder of the repository. */
  readonly root: string;
  readonly checks: readonly Check[];
  /** Writes the API reports. Returns their paths. */
  readonly update: (root: string) => Promise<readonly string[]>;
  readonly log: (line: string) => void;
  /** Builds what the checks need. Called after the arguments were parsed. */
  readonly build?: () => Promise<void>;
}

/** Invalid arguments. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Runs the checks that the arguments name, in order, and prints the table. Returns the exit code, as
 * documented in the help text.
 *
 * @throws UsageError for invalid arguments.
 */
export async function check(
  args: readonly string[],
  { root, checks, update, log, build }: Dependencies,
): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help === true) {
    log(help(checks));
    return 0;
  }
  const except = values.except ?? [];
  const unknown = [...positionals, ...except].find(
    (name) => !checks.some((one) => one.name === name),
  );
  if (unknown !== undefined) {
    const known = checks.map((one) => one.name).join(", ");
    throw new UsageError(`unknown check "${unknown}"; the checks are ${known}; see --help`);
  }
  await build?.();
  if (values.update === true) {
    for (const path of await update(root)) log(`wrote ${path}`);
  }
  const selected = checks.filter(
    ({ name }) =>
      (positionals.length === 0 || positionals.includes(name)) && !except.includes(name),
  );
  const rows = await inParallel(selected, async (one) => {
    // Logged before the check runs, because some take seconds.
    log(`checking ${one.name}`);
    return row(one, root);
  });
  log("");
  log(table(rows));
  const blocked = rows.filter(({ result }) => "notReady" in result);
  const drifted = rows.filter(({ result }) => !("notReady" in result) && result.length > 0);
  const bad = [...drifted, ...blocked].map((one) => one.check.name);
  const passed = rows.length - bad.length;
  log("");
  log(
    `${passed} passed, ${drifted.length} drifted, ${blocked.length} could not run${bad.length === 0 ? "" : `: correct the findings above, then run \`pnpm check ${bad.join(" ")}\``}`,
  );
  return blocked.length > 0 ? 2 : drifted.length > 0 ? 1 : 0;
}

/** Processes the items in parallel, one per core, and keeps the order of the results. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

async function row(one: Check, root: string): Promise<Row> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const result = await one.run(root);
    return { check: one, result, seconds: seconds() };
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    return { check: one, result: { notReady: error.message }, seconds: seconds() };
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: {
        except: { type: "string", multiple: true },
        update: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(usageProblem(error));
  }
}
