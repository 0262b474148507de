import { parseArgs } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";

/** Programs that are run with the official client and with ours. */
export const consumers = ["composite", "hooks", "bot-adapter", "samples", "types"] as const;
export type Consumer = (typeof consumers)[number];

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  /** The consumers to run. */
  readonly consumers: readonly Consumer[];
  /** Folder for everything that was observed; undefined: only differences are printed. */
  readonly out: string | undefined;
}

export const HELP = `Usage: pnpm consumers [consumer …] [options]

Runs programs that use @azure/communication-chat on the emulator, first with that package, then with
@acs-chat/client in its place, and compares everything that users and programs get. The programs'
own dependencies, such as Microsoft's UI library, are installed once, from the registry, in a cache
folder outside the repository (0.6 GB).

Consumers (all by default)
  composite     ChatComposite of @azure/communication-react, two people in Chromium
  hooks         an app on the hooks and components of @azure/communication-react
  bot-adapter   the Bot Framework's adapter for web chats
  samples       TypeScript programs as in quickstarts, with stubs and proxies, in Node
  types         the type check of the pages above

Options
  --out <folder>   write everything that was observed, a file for each consumer and client
  --help           print this

Examples
  pnpm consumers
  pnpm consumers hooks samples
  pnpm consumers composite --out /tmp/observed

Exit codes
  0 every observation was equal
  1 observations differ, or a program got stuck
  2 the command line is wrong, there is no browser, or installing or building fails
`;

/** The command line is wrong, or something it needs is absent; the message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads the command line.
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
      throw new TypeError(`there is no consumer "${unknown}"; they are ${consumers.join(", ")}`);
    }
    const wanted = consumers.filter((one) => positionals.includes(one));
    return {
      help: values.help === true,
      consumers: wanted.length > 0 ? wanted : consumers,
      out: values.out,
    };
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}
