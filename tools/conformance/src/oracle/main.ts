import { SpecError } from "@acs-chat/spec-diff";
import { runOracle } from "./run.ts";

// Exit code 0 if the contract is proven, 1 if it is not, 2 if it cannot be read.
try {
  const { text, proven } = runOracle();
  process.stdout.write(text);
  process.exitCode = proven ? 0 : 1;
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  process.stderr.write(`oracle: ${error.message}\n`);
  process.exitCode = 2;
}
