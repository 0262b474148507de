/** `pnpm bench`: compares speed and sizes with the official packages. */
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { InstallError } from "@acs-chat/consumers";
import { BuildError, buildDependencies, usageProblem } from "@acs-chat/generate/command";
import { met, type Row, table } from "./row.ts";

/** The parts, imported on demand because most of them import packages that must be built first. */
const parts: Record<string, () => Promise<(folder?: string) => Promise<Row[]> | Row[]>> = {
  calls: async () => (await import("./calls.ts")).benchCalls,
  imports: async () => (await import("./imports.ts")).benchImports,
  bundles: async () => (await import("./bundles.ts")).benchBundles,
  generating: async () => (await import("./generating.ts")).benchGenerating,
  emulator: async () => (await import("./emulator.ts")).benchEmulator,
  realtime: async () => (await import("./realtime.ts")).benchRealtime,
  store: async () => (await import("./store.ts")).benchStore,
  openapi: async () => (await import("./openapi.ts")).benchOpenApi,
};

const help = `Usage: pnpm bench [part …] [folder]

Compares speed and sizes of the client with the official client, of the emulator with Azurite and a
plain hono server, of the store with the stateful client of Microsoft's UI library, and of the
generator with @hey-api/openapi-ts. Azurite, the UI library and that generator are installed on
demand. Runs the compared programs in turn, prints a table and writes tools/bench/results.json. Needs
an idle machine.

Parts (all of them by default): ${Object.keys(parts).join(", ")}

The part openapi takes a folder with OpenAPI documents. Default: those of specs/.

Options:
  -h, --help  Show this text.

Examples:
  pnpm bench
  pnpm bench calls bundles
  pnpm bench openapi ../documents

Exit codes: 0 all targets are met; 1 a target is missed; 2 invalid arguments, or a build or an installation that
fails.
`;

/** Thrown for invalid arguments. */
class UsageError extends Error {}

/** The command line. */
interface Request {
  readonly selected: readonly string[];
  /** The folder with documents for the part openapi. */
  readonly folder?: string;
}

/** Returns the requested parts; undefined for --help. */
function readArguments(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return undefined;
    const selected = positionals.filter((name) => name in parts);
    const [unknown, ...others] = positionals.filter((name) => !(name in parts));
    if (unknown === undefined) return { selected };
    const isFolder = others.length === 0 && existsSync(unknown);
    if (isFolder && selected.includes("openapi")) return { selected, folder: resolve(unknown) };
    const known = Object.keys(parts).join(", ");
    throw new TypeError(`unknown part "${unknown}"; the parts are ${known}`);
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}

async function bench({ folder, selected }: Request): Promise<number> {
  await buildDependencies("@acs-chat/bench", console.error);
  const rows: Row[] = [];
  for (const [name, load] of Object.entries(parts)) {
    if (selected.length > 0 && !selected.includes(name)) continue;
    console.log(`measuring ${name}`);
    const run = await load();
    rows.push(...(await run(name === "openapi" ? folder : undefined)));
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
  const request = readArguments(process.argv.slice(2));
  if (request === undefined) console.log(help);
  else process.exitCode = await bench(request);
} catch (error) {
  const isExpected = [UsageError, BuildError, InstallError].some((kind) => error instanceof kind);
  if (!isExpected) throw error;
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 2;
}
