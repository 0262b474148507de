import * as fc from "fast-check";
import { type Difference, differencesOf, type Observed } from "./differences.ts";
import { outcomeOf } from "./outcome.ts";
import type { StubResponse, Recorder } from "./recorder.ts";

/** LONG_TESTS=true makes ten times as many calls. */
const factor = process.env["LONG_TESTS"] === "true" ? 10 : 1;

/** The number of calls per operation with successful responses, and with failures. */
export const numRuns: number = 20 * factor;

/** The number for each of several clients that differ only in the document they come from. */
export const numRunsPerDocument: number = 8 * factor;

/** The same call with two clients. */
export interface Twice {
  readonly input: unknown;
  readonly one: () => Promise<unknown>;
  readonly other: () => Promise<unknown>;
}

async function observe(
  recorder: Recorder,
  responses: readonly StubResponse[],
  call: () => Promise<unknown>,
): Promise<Observed> {
  recorder.prepare(responses);
  const outcome = await outcomeOf(call);
  return { requests: recorder.requests, outcome };
}

/**
 * Runs the same calls with two clients, with generated arguments and responses. Passes the differences of each call to
 * `judge`. Returns the number of requests that the first client sent.
 */
export async function compareCalls(
  recorder: Recorder,
  operation: string,
  calls: fc.Arbitrary<Twice>,
  responses: fc.Arbitrary<readonly StubResponse[]>,
  judge: (differences: readonly Difference[]) => void,
  runs: number = numRuns,
): Promise<number> {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(calls, responses, async ({ one, other }, given) => {
      const mine = await observe(recorder, given, one);
      const yours = await observe(recorder, given, other);
      judge(differencesOf(operation, mine, yours));
      requests += mine.requests.length;
    }),
    { numRuns: runs },
  );
  return requests;
}
