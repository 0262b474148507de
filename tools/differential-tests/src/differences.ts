import { isDeepStrictEqual } from "node:util";
import { type Outcome, partsOf } from "./outcome.ts";
import type { RecordedRequest } from "./recorder.ts";

/** What one client sent, and what its caller saw. */
export interface Observed {
  readonly requests: readonly RecordedRequest[];
  readonly outcome: Outcome;
}

/** One way in which the two clients did not do the same. */
export interface Difference {
  readonly operation: string;
  /** `request count`, `method`, `path`, `query`, `body`, `header <name>`, `result` or `error`. */
  readonly part: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** All differences between what the two clients did for one call. */
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
