export type { Difference, Pair, Verdict } from "./compare.ts";
export { type OracleRun, runOracle } from "./run.ts";
