import { parseArgs } from "node:util";
import { OpenApiError } from "@acs-chat/codegen/contract";
import { usageProblem } from "@acs-chat/generate/command";
import { CHANGE_CLASSES, type ChangeClass } from "./change.ts";
import { countByClass, diffContracts } from "./diff.ts";
import { locateDocument, SPEC_FOLDERS, type SpecFolder } from "./locate.ts";
import { printJson, printText } from "./print.ts";
import { readSource } from "./documents.ts";
import { notCompared } from "./not-compared.ts";
import { contractOf } from "./read-contract.ts";
import { SpecError } from "./spec-error.ts";
import { withUnsaid } from "./unsaid.ts";

export const HELP = `Usage: pnpm spec:diff <from> <to> [--json] [--fail-on <class>]

Lists the changes between two API versions. <from> and <to> are API versions of this repository, or
paths of OpenAPI documents (2.0, 3.0 or 3.1, JSON or YAML). With the suffix "+wire", a version of
chat includes what the real service does beyond its contract.

Classes of changes
  removal        something was removed; code that uses it fails
  breaking       something behaves differently; code that uses it may fail
  addition       something was added, or the service accepts more
  documentation  only descriptions changed

Options
  --json             print JSON instead of text
  --fail-on <class>  exit with 1 if there is a change of this class; "breaking" includes removals
  -h, --help         show this text

Examples
  pnpm spec:diff 2023-11-07 2024-03-07
  pnpm spec:diff 2025-03-15 ./new/communicationserviceschat.json --fail-on breaking
  pnpm spec:diff 2021-03-07 2025-03-15 --json > changes.json
  pnpm spec:diff 2025-03-15 2025-03-15+wire

Exit codes: 0 compared; 1 --fail-on found such a change; 2 invalid arguments, or a version or a file
that cannot be read.
`;

/** The output and the exit code of the command. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command. Relative paths in `args` start from `startFolder`. Invalid input is reported in the outcome, not
 * thrown.
 */
export function runCli(
  args: readonly string[],
  startFolder: string,
  folders: readonly SpecFolder[] = SPEC_FOLDERS,
): Outcome {
  try {
    return run(args, startFolder, folders);
  } catch (error) {
    if (
      error instanceof UsageError ||
      error instanceof SpecError ||
      error instanceof OpenApiError
    ) {
      return { code: 2, stdout: "", stderr: `spec:diff: ${error.message}\n` };
    }
    throw error;
  }
}

class UsageError extends Error {}

function run(
  args: readonly string[],
  startFolder: string,
  folders: readonly SpecFolder[],
): Outcome {
  const { values, positionals } = parse(args);
  if (values.help) return { code: 0, stdout: HELP, stderr: "" };
  const [older, newer] = positionals;
  if (older === undefined || newer === undefined || positionals.length > 2) {
    throw new UsageError(
      `expected two API versions or files, but got ${positionals.length}; see --help`,
    );
  }
  const failOn = values["fail-on"];
  if (failOn !== undefined && !isClass(failOn)) {
    throw new UsageError(
      `--fail-on must be one of ${CHANGE_CLASSES.join(", ")}, but is "${failOn}"; see --help`,
    );
  }
  const documents = [older, newer].map((name) => locateDocument(name, startFolder, folders));
  const [first, second] = documents.map((document) => ({
    file: document.file,
    read: readSource(document),
  }));
  if (!first || !second) throw new UsageError("expected two documents");
  const before = contractOf(withUnsaid(first.read.contract, second.read.contract));
  const after = contractOf(withUnsaid(second.read.contract, first.read.contract));
  const changes = diffContracts(before, after);
  const from = { file: first.file, version: before.version };
  const to = { file: second.file, version: after.version };
  const print = values.json ? printJson : printText;
  const counts = countByClass(changes);
  const failing =
    failOn === "breaking" ? counts.breaking + counts.removal : failOn ? counts[failOn] : 0;
  const stdout = print(from, to, changes, notCompared(first.read, second.read));
  if (failing === 0) return { code: 0, stdout, stderr: "" };
  const stderr = `spec:diff: found ${failing} change(s) that --fail-on ${failOn} rejects; see the list above\n`;
  return { code: 1, stdout, stderr };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // pnpm passes on the "--" that separates the command's options from its own.
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        "fail-on": { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(usageProblem(error));
  }
}

function isClass(name: string): name is ChangeClass {
  return (CHANGE_CLASSES as readonly string[]).includes(name);
}
