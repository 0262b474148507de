/** The exports for other tools of this repository. */
export { SpecError, type Files } from "./files.ts";
export type { Difference } from "./folders.ts";
export {
  describe,
  generate,
  inspect,
  type Inspected,
  UsageError,
  writeInspected,
} from "./generate.ts";
export { withProgress } from "./progress.ts";
export { sources, type Source, type Target, targets } from "./targets.ts";
