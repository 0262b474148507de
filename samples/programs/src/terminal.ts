import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isRestError } from "@azure/core-rest-pipeline";

const MANUAL = `
Environment
  ACS_CONNECTION_STRING    the resource to use: endpoint=https://…;accesskey=…
  ACS_ENDPOINT, ACS_TOKEN  or an endpoint and a user's token; several tokens, separated by spaces,
                           if the program needs several users (three at most)
  Without these variables the program starts an emulator, and stops it at the end.

Examples
  node src/{program}
  ACS_CONNECTION_STRING="endpoint=https://…;accesskey=…" node src/{program}

Exit codes
  0 the program completed
  1 it failed
  2 an argument or an environment variable is invalid
`;

/** Thrown for invalid arguments or environment variables. The message says what to correct. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Handles arguments and errors. Call it first. `--help` prints the program's first comment and exits.
 * Errors are printed in one line with what to do next.
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
    console.log(`Usage: node src/${program}\n\n${firstComment(file)}`);
    console.log(MANUAL.replaceAll("{program}", program).trimEnd());
    process.exit(0);
  }
  if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
}

/** Returns the first comment of a program. */
function firstComment(file: string): string {
  const [, comment = ""] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8")) ?? [];
  return comment.replace(/^\s*\*? ?/gm, "").trim();
}

/** Returns what to do about an error of the service or the connection. */
function nextStep(error: unknown): string {
  if (!isRestError(error)) return "";
  switch (error.statusCode) {
    case 401:
      return "Get a new token, or check the access key.";
    case 403:
      return "Check that the user is a participant of the thread, and that the token has the scope chat.";
    case 429:
      return "Wait a minute, then run the program again.";
    case undefined:
      return "Check that the endpoint is correct and reachable.";
    default:
      return `docs/errors.md explains ${error.code || "the error"}.`;
  }
}
