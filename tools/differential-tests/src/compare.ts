import * as fc from "fast-check";
import { type Difference, differencesOf, type Observed } from "./differences.ts";
import { outcomeOf } from "./outcome.ts";
import type { Answer, Recorder } from "./recorder.ts";

/** Calls of each operation with success, and as many with failures. */
export const numRuns = 40;

/** The same call through two clients. */
export interface Twice {
  readonly input: unknown;
  readonly one: () => Promise<unknown>;
  readonly other: () => Promise<unknown>;
}

async function observe(
  recorder: Recorder,
  answers: readonly Answer[],
  call: () => Promise<unknown>,
): Promise<Observed> {
  recorder.prepare(answers);
  const outcome = await outcomeOf(call);
  return { requests: recorder.requests, outcome };
}

/**
 * Makes the same calls through two clients, with generated arguments and answers, and hands each set of differences on
 * with the call. Returns how many requests the first client has sent.
 */
export async function compareCalls(
  recorder: Recorder,
  operation: string,
  calls: fc.Arbitrary<Twice>,
  answers: fc.Arbitrary<readonly Answer[]>,
  judge: (differences: readonly Difference[]) => void,
): Promise<number> {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(calls, answers, async ({ one, other }, given) => {
      const mine = await observe(recorder, given, one);
      const yours = await observe(recorder, given, other);
      judge(differencesOf(operation, mine, yours));
      requests += mine.requests.length;
    }),
    { numRuns },
  );
  return requests;
}
