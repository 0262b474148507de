/** `pnpm screenshots`: the pictures of the emulator's page and the React sample that the documentation shows. */
import { existsSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { BuildError, builtFor } from "@acs-chat/generate/command";
import { HELP, readArguments, UsageError } from "./arguments.ts";

async function screenshots(args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!existsSync(options.chromium)) {
    throw new UsageError(`there is no browser at ${options.chromium}; give --chromium <file>`);
  }
  await builtFor("@acs-chat/screenshots", console.error);
  // Loaded when what it stands on is built.
  const { take } = await import("./take.ts");
  await take(options);
}

try {
  await screenshots(process.argv.slice(2));
} catch (error) {
  const problem = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const usage = error instanceof UsageError || error instanceof BuildError;
  const next = usage
    ? ""
    : "\nRun it again on an idle machine; if it stays, src/pictures.ts says what was waited for.";
  console.error(`screenshots: ${problem}${next}`);
  process.exitCode = usage ? 2 : 1;
}
