import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isRestError } from "@azure/core-rest-pipeline";

const MANUAL = `
Environment
  ACS_CONNECTION_STRING    the resource to run on: endpoint=https://…;accesskey=…
  ACS_ENDPOINT, ACS_TOKEN  or an endpoint and a user's token; several with spaces between them,
                           where a program needs several users (three at most)
  Without them an emulator is started, which ends with the program.

Examples
  node src/{program}
  ACS_CONNECTION_STRING="endpoint=https://…;accesskey=…" node src/{program}

Exit codes
  0 the program came to its end
  1 it failed
  2 the command line or the environment is wrong
`;

/** The command line or the environment is wrong; the message says how to put it right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Manners of a program in a terminal: `--help` prints what it does and ends it, and an error is told in
 * one line, with what to do next. Call it first.
 */
export function openTerminal(): void {
  const [, file = "", ...args] = process.argv;
  const program = basename(file);
  process.once("uncaughtException", (error) => {
    const next = nextStep(error);
    const problem = next === "" ? error.message : error.message.replace(/\.?$/, ". ");
    console.error(`${program}: ${problem}${next}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  });
  if (args.includes("--help") || args.includes("-h")) {
    console.log(`Usage: node src/${program}\n\n${whatItDoes(file)}`);
    console.log(MANUAL.replaceAll("{program}", program).trimEnd());
    process.exit(0);
  }
  if (args.length > 0) throw new UsageError(`it takes no arguments, not ${args[0]}; see --help`);
}

/** The comment that a program begins with. */
function whatItDoes(file: string): string {
  const [, comment = ""] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8")) ?? [];
  return comment.replace(/^\s*\*? ?/gm, "").trim();
}

/** What to do about an error of the service, or of the way to it. */
function nextStep(error: unknown): string {
  if (!isRestError(error)) return "";
  switch (error.statusCode) {
    case 401:
      return "Take a new token, or look whether the access key is right.";
    case 403:
      return "Look whether the user is in the thread, and whether the token has the scope chat.";
    case 429:
      return "Wait a minute, then try again.";
    case undefined:
      return "Look whether the endpoint is right and can be reached.";
    default:
      return `docs/errors.md says what ${error.code || "it"} means.`;
  }
}
