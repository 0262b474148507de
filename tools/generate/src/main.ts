import { join } from "node:path";
import { SpecError } from "./files.ts";
import { generate, UsageError } from "./generate.ts";
import { targets } from "./targets.ts";

const root = join(import.meta.dirname, "../../..");
try {
  process.exitCode = await generate(process.argv.slice(2), { root, targets, log: console.log });
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SpecError)) throw error;
  console.error(
    error instanceof UsageError ? `generate: ${error.message} (see --help)` : error.message,
  );
  process.exitCode = 2;
}
