import { parseArgs } from "node:util";

/** What `pnpm conformance` was asked for. */
export interface Options {
  /** Only specs whose id (`http-specs/type/array`) or path starts with one of these; empty means all. */
  readonly filters: readonly string[];
  /** Stop after emitting and type-checking. */
  readonly emitOnly: boolean;
  /** Use what an earlier run emitted. */
  readonly noEmit: boolean;
  /** Write improvements into the scoreboard. */
  readonly update: boolean;
  readonly help: boolean;
}

export const usage = `Runs our generator against the public Spector scenarios.

pnpm conformance [area...] [options]

  area           only these specs, by the start of their path: type/array, payload, azure-http-specs/azure/core
  --emit-only    emit and type-check, make no calls
  --no-emit      use what the last run emitted
  --update       write what newly passes into spector/scoreboard.json
  --help         this text

Exit code 1 when anything that passed before no longer does.`;

/** Reads the command line. Throws on an unknown flag. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: argv.filter((argument) => argument !== "--"),
    allowPositionals: true,
    options: {
      "emit-only": { type: "boolean", default: false },
      "no-emit": { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    filters: positionals,
    emitOnly: values["emit-only"],
    noEmit: values["no-emit"],
    update: values.update,
    help: values.help,
  };
}
