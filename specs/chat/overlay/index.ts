// docs/decisions/0010-facts-beyond-the-contract-are-kept-apart.md explains why these facts are not part of the contract.
export { WIRE_TRUTHS } from "./wire-truths.ts";
export type { Evidence, Where, WireTruth } from "./wire-truth.ts";
