import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Calls, Pair } from "./calls-process.ts";
import { ratio, type Row } from "./row.ts";

/** The number of processes that measure. JIT compilation differs between processes. */
const runs = 5;

/** Measures calls of our client and of the official client in several processes. Returns the medians. */
export async function benchCalls(): Promise<Row[]> {
  const measured: Calls[] = [];
  for (let run = 0; run < runs; run++) {
    const script = join(import.meta.dirname, "calls-process.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    measured.push(JSON.parse(stdout) as Calls);
  }
  const middle = (name: keyof Calls): Pair =>
    measured
      .map((calls) => calls[name])
      .toSorted((one, other) => one.ours / one.reference - other.ours / other.reference)[
      Math.floor(runs / 2)
    ]!;
  return [
    ratio("list a page of 200 messages", "µs", middle("list"), { max: 0.15 }),
    ratio("  the same, against JSON.parse with dates", "µs", middle("parsing"), { max: 1.2 }),
    ratio("  with the generated client, against JSON.parse", "µs", middle("generated"), {
      max: 1.6,
    }),
    ratio("send a message", "µs", middle("send"), { max: 0.4 }),
    ratio("getChatThreadClient", "µs", middle("getThread"), { max: 0.05 }),
  ];
}
