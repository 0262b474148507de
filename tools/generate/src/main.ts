import { join } from "node:path";
import { BuildError, builtFor } from "./built.ts";
import { SpecError } from "./files.ts";
import { generate, UsageError } from "./generate.ts";
import { targets } from "./targets.ts";

const root = join(import.meta.dirname, "../../..");
try {
  process.exitCode = await generate(process.argv.slice(2), {
    root,
    targets,
    log: console.log,
    build: () => builtFor("@acs-chat/generate", console.error),
  });
} catch (error) {
  if (error instanceof SpecError) {
    console.error(error.message);
    console.error("generate: nothing was written; correct the specification and try again");
  } else if (error instanceof UsageError || error instanceof BuildError) {
    console.error(`generate: ${error.message}`);
  } else throw error;
  process.exitCode = 2;
}
