/** What the commands of this repository share. Loads nothing that must be built first. */
export { BuildError, builtFor } from "./built.ts";
export { withProgress } from "./progress.ts";
export { usageProblem } from "./usage.ts";
