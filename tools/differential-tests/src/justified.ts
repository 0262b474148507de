import { isDeepStrictEqual } from "node:util";
import type { Difference } from "./differences.ts";

// docs/decisions/0050-autorest-as-a-second-opinion.md explains why there is a second generator.
/** A difference between the two clients that is allowed, with the reason. */
export interface Justified {
  readonly operations: readonly string[] | "all";
  readonly part: string;
  /** Whether the entry applies to the values of a difference. */
  readonly is: (ours: unknown, theirs: unknown) => boolean;
  readonly because: string;
}

/** The allowed differences. A test fails if one of them no longer occurs. */
export const justified: readonly Justified[] = [
  {
    operations: ["getChatImage"],
    part: "header accept",
    is: (ours, theirs) => theirs === `${String(ours)}, application/json`,
    because:
      "our client accepts only images; AutoRest's also accepts JSON for errors, which the service sends in any case",
  },
  {
    operations: ["sendTypingNotification"],
    part: "header content-type",
    is: (ours, theirs) => ours === undefined && theirs === "application/json",
    because: "a request without a body has no content type",
  },
  {
    operations: "all",
    part: "result",
    is: (ours, theirs) =>
      isDeepStrictEqual([ours, theirs], [{ result: undefined }, { result: {} }]),
    because:
      "for a response without a body our client returns undefined, AutoRest's an empty object",
  },
  {
    operations: "all",
    part: "error",
    is: (ours, theirs) => hasCode(ours) && !hasCode(theirs) && statusOf(ours) === statusOf(theirs),
    because:
      "the service sends errors in a shape that its contract does not describe; our client reads the code from both shapes",
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

/** Returns the entry that allows a difference; undefined if there is none. */
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
