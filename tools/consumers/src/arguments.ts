import { parseArgs } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";

/** The programs that run with the official client and with ours. */
export const consumers = ["composite", "hooks", "bot-adapter", "samples", "types"] as const;
export type Consumer = (typeof consumers)[number];

/** The parsed arguments. */
export interface Options {
  readonly help: boolean;
  /** The consumers to run. */
  readonly consumers: readonly Consumer[];
  /** The folder for all observations; undefined to print only differences. */
  readonly out: string | undefined;
}

export const HELP = `Usage: pnpm consumers [consumer …] [options]

Runs programs that use @azure/communication-chat on the emulator, first with that package, then with
@acs-chat/client in its place, and compares what users see and programs receive. Installs the
dependencies of the programs, such as Microsoft's UI library, once from the registry into a cache
folder outside of the repository (0.6 GB).

Consumers (all of them by default)
  composite     ChatComposite of @azure/communication-react, two users in Chromium
  hooks         an app on the hooks and components of @azure/communication-react
  bot-adapter   the Bot Framework's adapter for web chats
  samples       TypeScript programs like those in quickstarts, with stubs and proxies, in Node
  types         the type check of the pages above

Options
  --out <folder>   write all observations, one file per consumer and client
  --help           print this

Examples
  pnpm consumers
  pnpm consumers hooks samples
  pnpm consumers composite --out /tmp/observed

Exit codes
  0 all observations are equal
  1 observations differ, or a program timed out
  2 invalid arguments, no browser, or an installation or build that failed
`;

/** Thrown for invalid arguments, or if a requirement is missing. The message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Parses the arguments.
 * @throws {@link UsageError} for unknown options and consumers.
 */
export function readArguments(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((one) => one !== "--"),
      allowPositionals: true,
      options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    const unknown = positionals.find((name) => !consumers.some((one) => one === name));
    if (unknown !== undefined) {
      throw new TypeError(
        `unknown consumer "${unknown}"; the consumers are ${consumers.join(", ")}`,
      );
    }
    const selected = consumers.filter((one) => positionals.includes(one));
    return {
      help: values.help === true,
      consumers: selected.length > 0 ? selected : consumers,
      out: values.out,
    };
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}
