import { parseArgs } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";

/** What `pnpm conformance` was asked for. */
export interface Options {
  /** Only specs whose id (`http-specs/type/array`) or path starts with one of these; empty means all. */
  readonly filters: readonly string[];
  /** Stop after emitting and type-checking. */
  readonly emitOnly: boolean;
  /** Use what an earlier run emitted. */
  readonly noEmit: boolean;
  /** Compare the time of compiling with that of compiling without output; nothing else. */
  readonly timing: boolean;
  /** Write improvements into the scoreboard. */
  readonly update: boolean;
  readonly help: boolean;
}

export const usage = `Usage: pnpm conformance [area …] [options]
       pnpm conformance real <folder>

Runs our generator against the public Spector scenarios: emits a client for each specification,
type-checks all of them, calls them against Spector's server, and compares what passes with
tools/conformance/spector/scoreboard.json.

With \`real\`, emits a client for every TypeSpec project below the folder (each one with a main.tsp
or client.tsp), type-checks and loads it, and prints what came of each. The projects find their
libraries as the compiler does: in a node_modules folder at or above them.

Arguments:
  area         Only these specifications, by the start of their path (all by default).

Options:
  --emit-only  Emit and type-check; make no calls.
  --no-emit    Use what the last run emitted.
  --timing     Measure what emitting adds to compiling; do nothing else.
  --update     Write what newly passes into the scoreboard.
  -h, --help   Show this text.

Examples:
  pnpm conformance
  pnpm conformance type/array payload
  pnpm conformance azure-http-specs/azure/core --no-emit
  pnpm conformance --update
  pnpm conformance real ../services

Exit codes: 0 everything that passed before passes; 1 something no longer does, does not type-check,
or crashes; 2 wrong usage, or a build that fails.
`;

/** Invalid options. The message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads the command line. Throws a {@link UsageError} on an unknown option, and on options that exclude each other. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const [first, ...others] = [
    values["emit-only"] && "--emit-only",
    values.timing && "--timing",
    values.update && "--update",
  ].filter((option) => option !== false);
  if (others.length > 0) {
    throw new UsageError(`${first} does not go with ${others.join(" and ")}; see --help`);
  }
  return {
    filters: positionals,
    emitOnly: values["emit-only"],
    noEmit: values["no-emit"],
    timing: values.timing,
    update: values.update,
    help: values.help,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseFlags(argv);
  } catch (error) {
    throw new UsageError(usageProblem(error));
  }
}

function parseFlags(argv: readonly string[]) {
  return parseArgs({
    args: argv.filter((argument) => argument !== "--"),
    allowPositionals: true,
    options: {
      "emit-only": { type: "boolean", default: false },
      "no-emit": { type: "boolean", default: false },
      timing: { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}
