import { SpecError } from "@acs-chat/spec-diff";
import { ALLOWED_DIFFERENCES } from "./allow-list.ts";
import { compare } from "./compare.ts";
import { loadPairs } from "./pairs.ts";
import { isProven, printVerdict } from "./print.ts";

// Exit code 0 if the contract is proven, 1 if it is not, 2 if it cannot be read.
try {
  const verdict = compare(loadPairs(), ALLOWED_DIFFERENCES);
  process.stdout.write(printVerdict(verdict));
  process.exitCode = isProven(verdict) ? 0 : 1;
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  process.stderr.write(`oracle: ${error.message}\n`);
  process.exitCode = 2;
}
