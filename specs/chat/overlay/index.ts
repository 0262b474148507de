export { WIRE_TRUTHS } from "./wire-truths.ts";
export type { Evidence, Where, WireTruth } from "./wire-truth.ts";
