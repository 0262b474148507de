/**
 * A TypeSpec emitter that writes a TypeScript client: TCGC's client model → plan → files → formatter.
 *
 * @module
 */
export { $onEmit } from "./emit.ts";
export { $lib } from "./lib.ts";
export type { CodegenOptions } from "./options.ts";
export type { PackagePlan } from "./plan/types.ts";
