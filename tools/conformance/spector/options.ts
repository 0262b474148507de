import { parseArgs } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";

/** The parsed arguments of `pnpm conformance`. */
export interface Options {
  /** Selects the specs whose id (`http-specs/type/array`) or path starts with one of these; empty for all. */
  readonly filters: readonly string[];
  /** Stop after emitting and type-checking. */
  readonly emitOnly: boolean;
  /** Use the output of an earlier run. */
  readonly noEmit: boolean;
  /** Only measure compiling with and without output. */
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
or client.tsp), type-checks and loads it, and prints a line per project that fails. The libraries of
the projects must be installed in a node_modules folder at or above them.

Arguments:
  area         Run only specifications whose path starts with this (all by default).

Options:
  --emit-only  Emit and type-check, but run no calls.
  --no-emit    Use the output of the last run.
  --timing     Only measure how much time emitting adds to compiling.
  --update     Record newly passing scenarios in the scoreboard.
  -h, --help   Show this text.

Examples:
  pnpm conformance
  pnpm conformance type/array payload
  pnpm conformance azure-http-specs/azure/core --no-emit
  pnpm conformance --update
  pnpm conformance real ../services

Exit codes: 0 all scenarios of the scoreboard pass; 1 a scenario no longer passes, or a client does not
type-check or crashes; 2 invalid arguments, or a build that fails.
`;

/** Thrown for invalid arguments. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Parses the arguments. Throws a {@link UsageError} for unknown options, and for options that exclude each other. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const [first, ...others] = [
    values["emit-only"] && "--emit-only",
    values.timing && "--timing",
    values.update && "--update",
  ].filter((option) => option !== false);
  if (others.length > 0) {
    throw new UsageError(`${first} cannot be combined with ${others.join(" and ")}; see --help`);
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
