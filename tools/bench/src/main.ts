/** `pnpm bench`: compares speed and sizes with the official packages. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BuildError, buildDependencies, usageProblem } from "@acs-chat/generate/command";
import { met, type Row, table } from "./row.ts";

/** The parts, imported on demand because most of them import packages that must be built first. */
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

Compares speed and sizes with the official client. Compares the emulator with Azurite and a plain hono
server, and the store with the stateful client of Microsoft's UI library, which is installed on
demand. Runs the compared programs in turn. Prints a table and writes tools/bench/results.json. Needs
an idle machine.

Parts (all of them by default): ${Object.keys(parts).join(", ")}

Options:
  -h, --help  Show this text.

Examples:
  pnpm bench
  pnpm bench calls bundles

Exit codes: 0 all targets are met; 1 a target is missed; 2 invalid arguments, or a build that fails.
`;

/** Thrown for invalid arguments. */
class UsageError extends Error {}

/** Returns the requested parts; undefined for --help. */
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
    throw new TypeError(`unknown part "${unknown}"; the parts are ${known}`);
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}

async function bench(selected: readonly string[]): Promise<number> {
  await buildDependencies("@acs-chat/bench", console.error);
  const rows: Row[] = [];
  for (const [name, load] of Object.entries(parts)) {
    if (selected.length > 0 && !selected.includes(name)) continue;
    console.log(`measuring ${name}`);
    const run = await load();
    rows.push(...(await run()));
  }
  console.log(`\n${table(rows)}\n`);
  const file = join(import.meta.dirname, "../results.json");
  writeFileSync(file, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
  const missed = rows.filter((row) => !met(row)).length;
  console.log(`${rows.length - missed} of ${rows.length} targets met`);
  if (missed > 0) console.log("some targets are missed: run their parts again on an idle machine");
  return missed > 0 ? 1 : 0;
}

try {
  const selected = readArguments(process.argv.slice(2));
  if (selected === undefined) console.log(help);
  else process.exitCode = await bench(selected);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BuildError)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}
