import { isDeepStrictEqual } from "node:util";
import type { Difference } from "./differences.ts";

// Why a second generator: docs/decisions/0050-autorest-as-a-second-opinion.md
/** A way in which the two clients may differ, and why that is right. */
export interface Justified {
  readonly operations: readonly string[] | "all";
  readonly part: string;
  /** Whether a difference is this one, by what was seen on both sides. */
  readonly is: (ours: unknown, theirs: unknown) => boolean;
  readonly because: string;
}

/** The differences that are known and right. One that is never seen any more must go. */
export const justified: readonly Justified[] = [
  {
    operations: ["getChatImage"],
    part: "header accept",
    is: (ours, theirs) => theirs === `${String(ours)}, application/json`,
    because:
      "ours asks for images alone, AutoRest also for what errors are written in, which come as JSON in any case",
  },
  {
    operations: ["sendTypingNotification"],
    part: "header content-type",
    is: (ours, theirs) => ours === undefined && theirs === "application/json",
    because: "without a body there is nothing that a media type could describe",
  },
  {
    operations: "all",
    part: "result",
    is: (ours, theirs) =>
      isDeepStrictEqual([ours, theirs], [{ result: undefined }, { result: {} }]),
    because:
      "where nothing is answered ours gives nothing, AutoRest an empty object under the type void",
  },
  {
    operations: "all",
    part: "error",
    is: (ours, theirs) => hasCode(ours) && !hasCode(theirs) && statusOf(ours) === statusOf(theirs),
    because:
      "the service writes errors in another shape than its contract says; ours reads the code out of either",
  },
];

function errorIn(outcome: unknown): { status?: unknown; code?: unknown } {
  return (outcome as { error?: object }).error ?? {};
}

function hasCode(outcome: unknown): boolean {
  return errorIn(outcome).code !== undefined;
}

function statusOf(outcome: unknown): unknown {
  return errorIn(outcome).status;
}

/** The entry that allows a difference; undefined if none does. */
export function justificationOf(
  difference: Difference,
  all: readonly Justified[] = justified,
): Justified | undefined {
  return all.find(
    ({ operations, part, is }) =>
      (operations === "all" || operations.includes(difference.operation)) &&
      part === difference.part &&
      is(difference.ours, difference.theirs),
  );
}
