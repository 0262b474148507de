import { ALLOWED_DIFFERENCES } from "./allow-list.ts";
import { compare, type Verdict } from "./compare.ts";
import { loadPairs } from "./pairs.ts";
import { isProven, printVerdict } from "./print.ts";

/** The result of the oracle. */
export interface OracleRun {
  readonly verdict: Verdict;
  /** The table, the differences and the summary. */
  readonly text: string;
  /** Whether each difference has a reason and each reason matches a difference. */
  readonly proven: boolean;
}

/**
 * Compares the compiled contract of every API version with the official package for it.
 *
 * @throws SpecError if a compiled contract cannot be read.
 * @throws Error if an official package is not installed.
 */
export function runOracle(): OracleRun {
  const verdict = compare(loadPairs(), ALLOWED_DIFFERENCES);
  return { verdict, text: printVerdict(verdict), proven: isProven(verdict) };
}
