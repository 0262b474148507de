/** `pnpm bench`: speed and size side by side with the official client, in one run. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchBundles } from "./bundles.ts";
import { benchCalls } from "./calls.ts";
import { benchEmulator } from "./emulator.ts";
import { benchGenerating } from "./generating.ts";
import { benchImports } from "./imports.ts";
import { benchRealtime } from "./realtime.ts";
import { met, type Row, table } from "./row.ts";

const parts: Record<string, () => Promise<Row[]> | Row[]> = {
  calls: benchCalls,
  imports: benchImports,
  bundles: benchBundles,
  generating: benchGenerating,
  emulator: benchEmulator,
  realtime: benchRealtime,
};

const help = `Usage: pnpm bench [part …]

Speed and size beside the official client (and, for the emulator, beside azurite and a bare server),
taking turns in one run. Prints a table and writes tools/bench/results.json. Wants an idle machine.

Parts (all by default): ${Object.keys(parts).join(", ")}

Examples:
  pnpm bench
  pnpm bench calls bundles

Exit codes: 0 all targets met; 1 a target was missed; 2 wrong usage.
`;

const wanted = process.argv.slice(2).filter((arg) => arg !== "--");
if (wanted.some((arg) => arg === "--help" || arg === "-h")) {
  console.log(help);
  process.exit(0);
}
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`bench: there is no part "${unknown}" (see --help)`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`measuring ${name}`);
  rows.push(...(await run()));
}
console.log(`\n${table(rows)}\n`);
const file = join(import.meta.dirname, "../results.json");
writeFileSync(file, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
const missed = rows.filter((row) => !met(row)).length;
console.log(`${rows.length - missed} of ${rows.length} targets met`);
process.exitCode = missed > 0 ? 1 : 0;
