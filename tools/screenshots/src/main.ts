/** `pnpm screenshots`: takes the documentation's pictures of the emulator's page and the React sample. */
import { existsSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { BuildError, buildDependencies } from "@acs-chat/generate/command";
import { HELP, readArguments, UsageError } from "./arguments.ts";

async function screenshots(args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!existsSync(options.chromium)) {
    throw new UsageError(
      `no browser at ${options.chromium}: install it, or name another with --chromium <file>`,
    );
  }
  await buildDependencies("@acs-chat/screenshots", console.error);
  // Imported after the build of its dependencies.
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
    : "\nRun the command again on an idle machine. If it fails again, see the steps of the picture in tools/screenshots/src/pictures.ts.";
  console.error(`screenshots: ${problem}${next}`);
  process.exitCode = usage ? 2 : 1;
}
