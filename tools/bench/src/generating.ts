import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { median } from "./alternate.ts";
import { limit, type Row } from "./row.ts";

/** The number of processes per measurement. */
const runs = 5;

/** Measures the generation from the chat specification, and our emitter's share of it. */
export function benchGenerating(): Row[] {
  const times = { whole: [] as number[], emitting: [] as number[], bare: [] as number[] };
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    node("../../generate/src/main.ts", "spec-chat", "rest", "--check");
    times.whole.push((performance.now() - started) / 1000);
    times.emitting.push(Number(node("generating-process.ts", "emitting")) / 1000);
    times.bare.push(Number(node("generating-process.ts", "bare")) / 1000);
  }
  const share = median(times.emitting) - median(times.bare);
  return [
    limit("generate OpenAPI and client of the chat spec", "s", median(times.whole), 4),
    limit("  our emitter's share of a compile", "s", share, 0.3),
  ];
}

function node(script: string, ...args: string[]): string {
  return execFileSync(process.execPath, [join(import.meta.dirname, script), ...args], {
    encoding: "utf8",
  });
}
