import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./alternate.ts";
import { ratio, type Row } from "./row.ts";

/** The number of processes per package. */
const runs = 15;

/** Measures the first import of our client and of the official one in a new process. */
export function benchImports(): Row[] {
  const times: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let run = 0; run < runs; run++) {
    times.ours.push(importTime("@acs-chat/client"));
    times.reference.push(importTime("@azure/communication-chat"));
  }
  const medians = { ours: median(times.ours), reference: median(times.reference) };
  return [ratio("import the package", "ms", medians, { max: 0.65 })];
}

function importTime(name: string): number {
  const program = `const t = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - t);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    encoding: "utf8",
  });
  return Number(output);
}
