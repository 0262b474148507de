/** `pnpm bench`: speed and size side by side with the official client, in one run. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BuildError, builtFor, usageProblem } from "@acs-chat/generate/command";
import { met, type Row, table } from "./row.ts";

/** Loaded when they are wanted: most of them measure packages that must be built first. */
const parts: Record<string, () => Promise<() => Promise<Row[]> | Row[]>> = {
  calls: async () => (await import("./calls.ts")).benchCalls,
  imports: async () => (await import("./imports.ts")).benchImports,
  bundles: async () => (await import("./bundles.ts")).benchBundles,
  generating: async () => (await import("./generating.ts")).benchGenerating,
  emulator: async () => (await import("./emulator.ts")).benchEmulator,
  realtime: async () => (await import("./realtime.ts")).benchRealtime,
  store: async () => (await import("./store.ts")).benchStore,
};

const help = `Usage: pnpm bench [part …]

Measures speed and size beside the official client, alternately in one run: the emulator beside azurite
and a bare server, the store beside the stateful client of Microsoft's UI library, which is installed
on demand. Prints a table and writes tools/bench/results.json. Needs an idle machine.

Parts (all by default): ${Object.keys(parts).join(", ")}

Options:
  -h, --help  Show this text.

Examples:
  pnpm bench
  pnpm bench calls bundles

Exit codes: 0 all targets met; 1 a target was missed; 2 wrong usage, or a build that fails.
`;

/** The command line is wrong; the message says how to put it right. */
class UsageError extends Error {}

/** The parts that are asked for; undefined when it is help. */
function readArguments(args: readonly string[]): readonly string[] | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return undefined;
    const unknown = positionals.find((name) => !(name in parts));
    if (unknown === undefined) return positionals;
    const known = Object.keys(parts).join(", ");
    throw new TypeError(`there is no part "${unknown}"; the parts are ${known}`);
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}

async function bench(wanted: readonly string[]): Promise<number> {
  await builtFor("@acs-chat/bench", console.error);
  const rows: Row[] = [];
  for (const [name, load] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`measuring ${name}`);
    const run = await load();
    rows.push(...(await run()));
  }
  console.log(`\n${table(rows)}\n`);
  const file = join(import.meta.dirname, "../results.json");
  writeFileSync(file, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
  const missed = rows.filter((row) => !met(row)).length;
  console.log(`${rows.length - missed} of ${rows.length} targets met`);
  if (missed > 0) console.log("a target was missed: measure that part again on an idle machine");
  return missed > 0 ? 1 : 0;
}

try {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted === undefined) console.log(help);
  else process.exitCode = await bench(wanted);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BuildError)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}
