/** `pnpm test`: everything that has to hold, from what is generated to the format of the files. */
import { spawnSync } from "node:child_process";
import { bringRequirements } from "./requirements.ts";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const steps: readonly Step[] = [
  {
    name: "generated code equals the specification",
    command: [
      "turbo",
      "run",
      "generate",
      "--filter=@acs-chat/generate",
      "--log-prefix=none",
      "--",
      "--check",
    ],
  },
  { name: "types", command: ["turbo", "run", "typecheck"] },
  {
    name: "tests",
    command: ["turbo", "run", "test", "--continue", "--concurrency=1", "--log-order=stream"],
  },
  { name: "drift checks", command: ["pnpm", "run", "check"] },
  { name: "release rehearsal", command: ["pnpm", "run", "release", "--dry-run"] },
  { name: "lint", command: ["oxlint", "--deny-warnings"] },
  { name: "format", command: ["oxfmt", "--check"] },
];

const ci = process.env["CI"] === "true" || process.env["CI"] === "1";
const skipped = bringRequirements((line) => console.log(line));
const results = steps.map(({ name, command: [program, ...args] }) => {
  console.log(`\n── ${name}: ${[program, ...args].join(" ")}`);
  const started = performance.now();
  const { status } = spawnSync(program!, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  return { name, passed: status === 0, seconds: (performance.now() - started) / 1000 };
});

console.log("");
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? "ok    " : "FAILED"}  ${name}  ${seconds.toFixed(1)} s`);
}
for (const line of skipped) console.log(`skipped: ${line}`);
const failed = results.filter((result) => !result.passed).length;
// A run that skips a part is no proof: CI must bring everything.
const incomplete = ci && skipped.length > 0;
if (incomplete) console.log("CI must not skip anything");
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || incomplete ? 1 : 0;
