import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";

/** Debian's Chromium without windows of its own. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  /** Folder for the pictures. */
  readonly out: string;
  readonly chromium: string;
}

export const HELP = `Usage: pnpm screenshots [options]

Takes the pictures of the emulator's page and the React sample that the documentation shows.

Options
  --out <folder>      folder for the pictures (default docs/images)
  --chromium <file>   the browser (default CHROMIUM_PATH, or Debian's)
  --help              print this

Examples
  pnpm screenshots
  pnpm screenshots --out /tmp/pictures

The pictures look as intended with the fonts Inter and Noto Color Emoji installed
(Debian: fonts-inter, fonts-noto-color-emoji).

Exit codes
  0 the pictures were taken
  1 a picture could not be taken
  2 the command line is wrong, there is no browser, or a build fails
`;

/** The command line is wrong; the message says how to put it right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads the command line.
 * @throws {@link UsageError} for what it does not know.
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
      chromium:
        values.chromium ??
        process.env["CHROMIUM_PATH"] ??
        (existsSync(SHELL) ? SHELL : "/usr/bin/chromium"),
    };
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}
