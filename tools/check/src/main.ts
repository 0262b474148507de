import { join } from "node:path";
import { updateApiReports } from "./checks/api-reports.ts";
import { allChecks } from "./checks/index.ts";
import { check, UsageError } from "./run.ts";

const root = join(import.meta.dirname, "../../..");
try {
  process.exitCode = await check(process.argv.slice(2), {
    root,
    checks: allChecks(),
    update: updateApiReports,
    log: console.log,
  });
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`check: ${error.message} (see --help)`);
  process.exitCode = 2;
}
