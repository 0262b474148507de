/** What other tools of this repository use of releasing. */
export { type Kept, promisesKept } from "./gate.ts";
export { ToolError } from "./process.ts";
