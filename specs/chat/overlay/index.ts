// Why these facts are not part of the contract: docs/decisions/0010-facts-beyond-the-contract-are-kept-apart.md
export { WIRE_TRUTHS } from "./wire-truths.ts";
export type { Evidence, Where, WireTruth } from "./wire-truth.ts";
