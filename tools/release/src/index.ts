/** The exports for other tools of this repository. */
export { type Comparison, compareWithLastRelease } from "./gate.ts";
export { ToolError } from "./process.ts";
