import { parseArgs } from "node:util";
import { chromiumPath } from "@acs-chat/chromium";
import { usageProblem } from "@acs-chat/generate/command";

/** The parsed arguments. */
export interface Options {
  readonly help: boolean;
  /** The folder for the pictures. */
  readonly out: string;
  readonly chromium: string;
}

export const HELP = `Usage: pnpm screenshots [options]

Takes the documentation's pictures of the emulator's page and the React sample.

Options
  --out <folder>      folder for the pictures (default docs/images)
  --chromium <file>   the browser (default CHROMIUM_PATH, or Debian's)
  --help              print this

Examples
  pnpm screenshots
  pnpm screenshots --out /tmp/pictures

Install the fonts Inter and Noto Color Emoji first; without them the pictures look different
(Debian: fonts-inter, fonts-noto-color-emoji).

Exit codes
  0 the pictures were taken
  1 a picture could not be taken
  2 invalid arguments, a missing browser, or a build that fails
`;

/** Thrown for invalid arguments. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Parses the arguments.
 * @throws {@link UsageError} for invalid arguments.
 */
export function readArguments(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: args.filter((one) => one !== "--"),
      options: {
        out: { type: "string" },
        chromium: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    return {
      help: values.help === true,
      out: values.out ?? new URL("../../../docs/images/", import.meta.url).pathname,
      chromium: values.chromium ?? chromiumPath,
    };
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}
