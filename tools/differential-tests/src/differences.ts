import { isDeepStrictEqual } from "node:util";
import { type Outcome, partsOf } from "./outcome.ts";
import type { RecordedRequest } from "./recorder.ts";

/** The requests that one client sent, and the result of the call. */
export interface Observed {
  readonly requests: readonly RecordedRequest[];
  readonly outcome: Outcome;
}

/** A difference between the two clients. */
export interface Difference {
  readonly operation: string;
  /** `request count`, `method`, `path`, `query`, `body`, `header <name>`, `result` or `error`. */
  readonly part: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Returns all differences between the two clients for one call. */
export function differencesOf(operation: string, ours: Observed, theirs: Observed): Difference[] {
  const found: Difference[] = [];
  const compare = (part: string, a: unknown, b: unknown): void => {
    if (!isDeepStrictEqual(a, b)) found.push({ operation, part, ours: a, theirs: b });
  };
  compare("request count", ours.requests.length, theirs.requests.length);
  for (const [index, request] of ours.requests.entries()) {
    const other = theirs.requests[index];
    if (other === undefined) break;
    const [mine, yours] = [partsOf(request), partsOf(other)];
    for (const part of new Set([...mine.keys(), ...yours.keys()])) {
      compare(part, mine.get(part), yours.get(part));
    }
  }
  const part = "error" in ours.outcome || "error" in theirs.outcome ? "error" : "result";
  compare(part, ours.outcome, theirs.outcome);
  return found;
}
