import { join } from "node:path";
import { BuildError, buildDependencies } from "./build-dependencies.ts";
import { SpecError } from "./files.ts";
import { generate, UsageError } from "./generate.ts";
import { targets } from "./targets.ts";

const root = join(import.meta.dirname, "../../..");
try {
  process.exitCode = await generate(process.argv.slice(2), {
    root,
    targets,
    log: console.log,
    build: () => buildDependencies("@acs-chat/generate", console.error),
  });
} catch (error) {
  if (error instanceof SpecError) {
    console.error(error.message);
    console.error(
      "generate: no file was written; correct the specification and run the command again",
    );
  } else if (error instanceof UsageError || error instanceof BuildError) {
    console.error(`generate: ${error.message}`);
  } else throw error;
  process.exitCode = 2;
}
