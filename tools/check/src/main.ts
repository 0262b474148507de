import { join } from "node:path";
import { BuildError, buildDependencies } from "@acs-chat/generate/command";
import { updateApiReports } from "./checks/api-reports.ts";
import { NotReady } from "./check.ts";
import { allChecks } from "./checks/index.ts";
import { check, UsageError } from "./run.ts";

const root = join(import.meta.dirname, "../../..");
try {
  process.exitCode = await check(process.argv.slice(2), {
    root,
    checks: allChecks(),
    update: updateApiReports,
    log: console.log,
    build: () => buildDependencies("@acs-chat/check", console.error),
  });
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BuildError || error instanceof NotReady))
    throw error;
  console.error(`check: ${error.message}`);
  process.exitCode = 2;
}
