/** `pnpm test`: everything that has to hold, from what is generated to the format of the files. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { shouldRun } from "./arguments.ts";
import { createFailedTests } from "./failed-tests.ts";
import { bringRequirements } from "./requirements.ts";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** What to type to run this step by itself. */
  readonly alone: string;
  /** Runs in CI only; elsewhere the run says why it is skipped. */
  readonly costs?: string;
}

const root = join(import.meta.dirname, "../../..");

const help = `Usage: pnpm test

Everything that has to hold: generated code, types, the tests of every package, the drift checks, a
rehearsal of the release, in CI the platforms and the real consumers, lint, format. Says at its end what it had to skip; installs Chromium, curl
and the official Python clients when it may (root on Debian). With CI=true nothing may be skipped.

Options:
  -h, --help  Show this text.

Examples:
  pnpm test
  CI=true pnpm test
  pnpm --filter @acs-chat/client test    one package, when what it needs is built

Exit codes: 0 everything holds; 1 something failed, or in CI was skipped; 2 wrong usage.
`;

/**
 * Checks that other steps make: the first step compares generated code and OpenAPI documents, the tests
 * of tools/docs run the snippets, and the release rehearsal compares the API reports.
 */
const checkedElsewhere = ["generated", "openapi", "snippets", "api"];

const steps: readonly Step[] = [
  {
    name: "generated code equals the specification",
    command: ["pnpm", "run", "generate", "--check"],
    alone: "pnpm generate --check",
  },
  { name: "types", command: ["turbo", "run", "typecheck"], alone: "pnpm typecheck" },
  {
    name: "tests",
    command: ["turbo", "run", "test", "--continue", "--concurrency=2", "--log-order=stream"],
    alone: "pnpm --filter <package> test",
  },
  {
    name: "drift checks",
    command: ["pnpm", "run", "check", ...checkedElsewhere.flatMap((name) => ["--except", name])],
    alone: "pnpm check",
  },
  {
    name: "release rehearsal",
    command: ["pnpm", "run", "release", "--dry-run"],
    alone: "pnpm release --dry-run",
  },
  {
    name: "platforms",
    command: ["pnpm", "run", "platforms"],
    alone: "pnpm platforms",
    costs: "installs 1 GB",
  },
  {
    name: "real consumers",
    command: ["pnpm", "run", "consumers"],
    alone: "pnpm consumers",
    costs: "installs 560 MB",
  },
  { name: "lint", command: ["oxlint", "--deny-warnings"], alone: "pnpm lint" },
  { name: "format", command: ["oxfmt", "--check"], alone: "pnpm format, which corrects it" },
];

/**
 * Runs a command on this terminal. Returns whether it succeeded.
 *
 * @param skipped - what cannot be tested; turbo takes no result of such a run for one of a whole run
 * @param hear - gets each line of its output, which is shown all the same
 */
async function run(
  [program, ...args]: readonly string[],
  skipped: readonly string[],
  hear?: (line: string) => void,
): Promise<boolean> {
  const child = spawn(program!, args, {
    stdio: ["ignore", hear ? "pipe" : "inherit", "inherit"],
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: "1",
      // Hundreds of processes load the same modules: what Node compiled for one serves the next.
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
      SKIPPED_PARTS: skipped.join("\n"),
      // Behind a pipe the terminal is not seen any more.
      ...(hear && process.stdout.isTTY && !process.env["NO_COLOR"] && { FORCE_COLOR: "1" }),
    },
  });
  const ended = once(child, "close") as Promise<[number | null]>;
  if (child.stdout && hear) {
    for await (const line of createInterface({ input: child.stdout })) {
      console.log(line);
      hear(line);
    }
  }
  const [code] = await ended;
  return code === 0;
}

/** Runs all steps, also after one that failed, and prints what came of them. Returns the exit code. */
async function verify(): Promise<0 | 1> {
  const ci = process.env["CI"] === "true" || process.env["CI"] === "1";
  const skipped = bringRequirements((line) => console.log(line));
  const failedTests = createFailedTests();
  const results = [];
  const wanted = steps.filter(({ costs }) => ci || costs === undefined);
  for (const { name, command, alone } of wanted) {
    console.log(`\n── ${name}: ${command.join(" ")}`);
    const started = performance.now();
    const passed = await run(command, skipped, name === "tests" ? failedTests.hear : undefined);
    results.push({ name, alone, passed, seconds: (performance.now() - started) / 1000 });
  }

  console.log("");
  for (const { name, alone, passed, seconds } of results) {
    const line = `${passed ? "ok    " : "FAILED"}  ${name}  ${seconds.toFixed(1)} s`;
    console.log(passed ? line : `${line}  to do: see above; again alone: ${alone}`);
  }
  for (const line of failedTests.lines()) console.log(line);
  for (const line of skipped) console.log(`skipped: ${line}`);
  for (const { name, alone, costs } of steps.filter((step) => !wanted.includes(step))) {
    console.log(`skipped: ${name}: ${costs}; run \`${alone}\` or set CI=true`);
  }
  const failed = results.filter((result) => !result.passed).length;
  // A run that skips a part proves nothing: CI must install everything.
  const incomplete = ci && skipped.length > 0;
  if (incomplete) console.log("CI must not skip anything: install what is named above");
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed > 0 || incomplete ? 1 : 0;
}

if (shouldRun("test", help)) process.exitCode = await verify();
