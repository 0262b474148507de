import type { Check } from "../check.ts";
import { apiReports } from "./api-reports.ts";
import { dependencies } from "./dependencies.ts";
import { emulatorCoverage } from "./emulator-coverage.ts";
import { unusedExports } from "./exports.ts";
import { generatedChecks } from "./generated.ts";
import { licenses } from "./licenses.ts";
import { limits } from "./limits.ts";
import { oracle } from "./oracle.ts";
import { prose } from "./prose.ts";
import { reachability } from "./reachability.ts";
import { repository } from "./repository.ts";
import { snippets } from "./snippets.ts";
import { versions } from "./versions.ts";
import { workflows } from "./workflows.ts";

/** All checks, in the order of the table. */
export function allChecks(): Check[] {
  return [
    ...generatedChecks(),
    oracle,
    apiReports,
    reachability,
    emulatorCoverage,
    limits,
    snippets,
    dependencies,
    versions,
    licenses,
    repository,
    workflows,
    prose,
    unusedExports,
  ];
}
