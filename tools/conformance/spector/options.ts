import { parseArgs } from "node:util";

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

export const usage = `Runs our generator against the public Spector scenarios.

pnpm conformance [area...] [options]

  area           only these specs, by the start of their path: type/array, payload, azure-http-specs/azure/core
  --emit-only    emit and type-check, make no calls
  --no-emit      use what the last run emitted
  --timing       measure what emitting adds to compiling, do nothing else
  --update       write what newly passes into spector/scoreboard.json
  --help         this text

Exit code 1 when anything that passed before no longer does.`;

/** What was asked for makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads the command line. Throws a {@link UsageError} on an unknown flag. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
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
    throw new UsageError(error instanceof Error ? error.message : String(error));
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
