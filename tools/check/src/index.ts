/** The exports for other tools of this repository. */
export { type Check, type Finding, NotReady } from "./check.ts";
export { apiReports, reportsOf, updateApiReports } from "./checks/api-reports.ts";
export { type Row, table } from "./table.ts";
export { emulatorCoverage } from "./checks/emulator-coverage.ts";
export { reachability } from "./checks/reachability.ts";
export { allChecks } from "./checks/index.ts";
export { type ScratchCopy, scratchCopy, trackedFiles } from "./scratch-copy.ts";
export {
  type Manifest,
  publicPackages,
  type WorkspacePackage,
  workspacePackages,
} from "./workspace.ts";
