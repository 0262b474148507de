import type { Check } from "../check.ts";
import { apiReports } from "./api-reports.ts";
import { dependencies } from "./dependencies.ts";
import { emulatorCoverage } from "./emulator-coverage.ts";
import { generatedChecks } from "./generated.ts";
import { licenses } from "./licenses.ts";
import { reachability } from "./reachability.ts";
import { versions } from "./versions.ts";

/** All checks, in the order of the table. */
export function allChecks(): Check[] {
  return [
    ...generatedChecks(),
    apiReports,
    reachability,
    emulatorCoverage,
    dependencies,
    versions,
    licenses,
  ];
}
