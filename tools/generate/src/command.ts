/** Helpers for the commands of this repository. They import no package that must be built first. */
export { BuildError, buildDependencies } from "./build-dependencies.ts";
export { withProgress } from "./progress.ts";
export { usageProblem } from "./usage.ts";
