/** `pnpm consumers`: runs programs with the official client and with ours, and compares the results. */
import { existsSync } from "node:fs";
import { chromiumPath } from "@acs-chat/chromium";
import { BuildError, buildDependencies, withProgress } from "@acs-chat/generate/command";
import { HELP, readArguments, UsageError } from "./arguments.ts";
import { consumersRegistry, InstallError, installPackages } from "./install.ts";

const program = "consumers";

async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (!existsSync(chromiumPath)) {
    throw new UsageError(
      `no Chromium at ${chromiumPath}: install chromium-headless-shell, or set CHROMIUM_PATH`,
    );
  }
  const log = console.error;
  await buildDependencies("@acs-chat/consumers", log);
  const folder = await withProgress("installing the consumers", log, () =>
    installPackages(consumersRegistry),
  );
  // Imported after the build of its dependencies.
  const { runConsumers } = await import("./run.ts");
  return runConsumers(folder, options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = [UsageError, BuildError, InstallError].some((kind) => error instanceof kind);
  if (!expected) throw error;
  console.error(`${program}: ${(error as Error).message}`);
  process.exitCode = 2;
}
