/** `pnpm test`: everything that CI verifies, from the generated code to the formatting. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { shouldRun } from "./arguments.ts";
import { createFailedTests } from "./failed-tests.ts";
import { installRequirements } from "./requirements.ts";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** The command that runs only this step. */
  readonly alone: string;
  /** True if the output of vitest is in the step's output. */
  readonly runsTests?: boolean;
  /** Why the step runs in CI only. Printed where it is skipped. */
  readonly ciOnly?: string;
}

const root = join(import.meta.dirname, "../../..");

const help = `Usage: pnpm test

Verifies the generated code, types, tests of every package, drift checks, a dry run of the release,
lint and format, and with CI=true also the slow tests, the platforms and the consumers. Runs every step
even after one failed, and prints a summary with the skipped parts. Installs Chromium, curl and the
official Python clients when run as root on Debian. With CI=true, a skipped part is a failure.

Options:
  -h, --help  Show this text.

Examples:
  pnpm test
  CI=true pnpm test
  pnpm --filter @acs-chat/client test    tests one package, if its dependencies are built

Exit codes: 0 everything passed; 1 a step failed or, with CI=true, was skipped; 2 invalid arguments.
`;

/**
 * Checks that other steps run: the first step compares generated code and OpenAPI documents, the slow tests
 * of tools/generate compare AutoRest's output, the tests of tools/docs run the snippets, and the dry run of
 * the release compares the API reports.
 */
const checkedElsewhere = ["generated", "openapi", "autorest-client", "snippets", "api"];

/**
 * Runs tasks of several packages side by side. There are more than processors, because many tasks wait for
 * browsers, other processes and downloads.
 */
function sideBySide(...tasks: readonly string[]): string[] {
  return ["turbo", "run", ...tasks, "--continue", "--concurrency=150%", "--log-order=stream"];
}

const steps: readonly Step[] = [
  {
    name: "generated code equals the specification",
    command: ["pnpm", "run", "generate", "--check"],
    alone: "pnpm generate --check",
  },
  { name: "types", command: ["pnpm", "run", "typecheck"], alone: "pnpm typecheck" },
  {
    name: "tests",
    command: sideBySide("test"),
    runsTests: true,
    alone: "pnpm --filter <package> test",
  },
  {
    name: "drift checks",
    command: ["pnpm", "run", "check", ...checkedElsewhere.flatMap((name) => ["--except", name])],
    alone: "pnpm check",
  },
  {
    name: "release dry run",
    command: ["pnpm", "run", "release", "--dry-run"],
    alone: "pnpm release --dry-run",
  },
  {
    name: "slow tests, platforms and consumers",
    command: sideBySide("test:slow", "platforms", "consumers"),
    runsTests: true,
    alone: "pnpm test:slow && pnpm platforms && pnpm consumers",
    ciOnly: "takes 8 minutes and installs 1.6 GB",
  },
  { name: "lint", command: ["oxlint", "--deny-warnings"], alone: "pnpm lint" },
  { name: "format", command: ["oxfmt", "--check"], alone: "pnpm format, which formats the files" },
];

/**
 * Runs a command and prints its output. Returns whether it succeeded.
 *
 * @param skipped - the parts that cannot be tested; turbo caches the results of such runs separately
 * @param onLine - called with each line that the command prints to stdout
 */
async function run(
  [program, ...args]: readonly string[],
  skipped: readonly string[],
  onLine?: (line: string) => void,
): Promise<boolean> {
  const child = spawn(program!, args, {
    stdio: ["ignore", onLine ? "pipe" : "inherit", "inherit"],
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: "1",
      // Hundreds of processes load the same modules, so they share one compile cache.
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
      SKIPPED_PARTS: skipped.join("\n"),
      // The child cannot detect the terminal behind a pipe.
      ...(onLine && process.stdout.isTTY && !process.env["NO_COLOR"] && { FORCE_COLOR: "1" }),
    },
  });
  const ended = once(child, "close") as Promise<[number | null]>;
  if (child.stdout && onLine) {
    for await (const line of createInterface({ input: child.stdout })) {
      console.log(line);
      onLine(line);
    }
  }
  const [code] = await ended;
  return code === 0;
}

/** Runs every step, even after one failed, and prints a summary. Returns the exit code. */
async function verify(): Promise<0 | 1> {
  const ci = process.env["CI"] === "true" || process.env["CI"] === "1";
  const skipped = installRequirements((line) => console.log(line));
  const failedTests = createFailedTests();
  const results = [];
  const selected = steps.filter(({ ciOnly }) => ci || ciOnly === undefined);
  for (const { name, command, alone, runsTests } of selected) {
    console.log(`\n── ${name}: ${command.join(" ")}`);
    const started = performance.now();
    const passed = await run(command, skipped, runsTests ? failedTests.addLine : undefined);
    results.push({ name, alone, passed, seconds: (performance.now() - started) / 1000 });
  }

  console.log("");
  for (const { name, alone, passed, seconds } of results) {
    const line = `${passed ? "ok    " : "FAILED"}  ${name}  ${seconds.toFixed(1)} s`;
    console.log(passed ? line : `${line}  see above; run only this step with: ${alone}`);
  }
  for (const line of failedTests.lines()) console.log(line);
  for (const line of skipped) console.log(`skipped: ${line}`);
  for (const { name, alone, ciOnly } of steps.filter((step) => !selected.includes(step))) {
    console.log(`skipped: ${name}: ${ciOnly}; run \`${alone}\` or set CI=true`);
  }
  const failed = results.filter((result) => !result.passed).length;
  const incomplete = ci && skipped.length > 0;
  if (incomplete) console.log("CI=true allows no skipped parts: install the packages named above");
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed > 0 || incomplete ? 1 : 0;
}

if (shouldRun("test", help)) process.exitCode = await verify();
