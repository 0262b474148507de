/** `pnpm test`: everything that has to hold, from what is generated to the format of the files. */
import { spawnSync } from "node:child_process";
import { shouldRun } from "./arguments.ts";
import { bringRequirements } from "./requirements.ts";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** What to type to run this step by itself. */
  readonly alone: string;
}

const help = `Usage: pnpm test

Everything that has to hold: generated code, types, the tests of every package, the drift checks, a
rehearsal of the release, lint, format. Says at its end what it had to skip; installs Chromium, curl
and the official Python clients when it may (root on Debian). With CI=true nothing may be skipped.

Options:
  -h, --help  Show this text.

Examples:
  pnpm test
  CI=true pnpm test
  pnpm --filter @acs-chat/client test    one package, when what it needs is built

Exit codes: 0 everything holds; 1 something failed, or in CI was skipped; 2 wrong usage.
`;

const steps: readonly Step[] = [
  {
    name: "generated code equals the specification",
    command: ["pnpm", "run", "generate", "--check"],
    alone: "pnpm generate --check",
  },
  { name: "types", command: ["turbo", "run", "typecheck"], alone: "pnpm typecheck" },
  {
    name: "tests",
    command: ["turbo", "run", "test", "--continue", "--concurrency=1", "--log-order=stream"],
    alone: "pnpm --filter <package> test",
  },
  { name: "drift checks", command: ["pnpm", "run", "check"], alone: "pnpm check" },
  {
    name: "release rehearsal",
    command: ["pnpm", "run", "release", "--dry-run"],
    alone: "pnpm release --dry-run",
  },
  { name: "lint", command: ["oxlint", "--deny-warnings"], alone: "pnpm lint" },
  { name: "format", command: ["oxfmt", "--check"], alone: "pnpm format, which corrects it" },
];

/** Runs all steps, also after one that failed, and prints what came of them. Returns the exit code. */
function verify(): 0 | 1 {
  const ci = process.env["CI"] === "true" || process.env["CI"] === "1";
  const skipped = bringRequirements((line) => console.log(line));
  const results = steps.map(({ name, command: [program, ...args], alone }) => {
    console.log(`\n── ${name}: ${[program, ...args].join(" ")}`);
    const started = performance.now();
    const { status } = spawnSync(program!, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    });
    return { name, alone, passed: status === 0, seconds: (performance.now() - started) / 1000 };
  });

  console.log("");
  for (const { name, alone, passed, seconds } of results) {
    const line = `${passed ? "ok    " : "FAILED"}  ${name}  ${seconds.toFixed(1)} s`;
    console.log(passed ? line : `${line}  to do: see above; again alone: ${alone}`);
  }
  for (const line of skipped) console.log(`skipped: ${line}`);
  const failed = results.filter((result) => !result.passed).length;
  // A run that skips a part is no proof: CI must bring everything.
  const incomplete = ci && skipped.length > 0;
  if (incomplete) console.log("CI must not skip anything: install what is named above");
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed > 0 || incomplete ? 1 : 0;
}

if (shouldRun("test", help)) process.exitCode = verify();
