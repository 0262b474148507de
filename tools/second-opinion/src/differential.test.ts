import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valuesOf } from "./arbitraries.ts";
import { type Clients, createClients, type Version, versions } from "./clients.ts";
import { type Difference, differencesOf, type Observed } from "./differences.ts";
import { failures } from "./failures.ts";
import { justificationOf, justified, type Justified } from "./justified.ts";
import { type Pair, pairsOf } from "./operations.ts";
import { outcomeOf } from "./outcome.ts";
import { type Answer, type Recorder, startRecorder } from "./recorder.ts";

/** Calls of each operation with success, and as many with failures. */
const numRuns = 40;

let recorder: Recorder;
const seen = new Set<Justified>();

beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder[Symbol.asyncDispose]());

async function observe(
  answers: readonly Answer[],
  call: () => Promise<unknown>,
): Promise<Observed> {
  recorder.prepare(answers);
  const outcome = await outcomeOf(call);
  return { requests: recorder.requests, outcome };
}

/**
 * Makes the same calls through both clients, with generated arguments and answers, and demands
 * that they differ in nothing but what is justified. Returns how many requests ours has sent.
 */
async function compare(
  pair: Pair,
  clients: Clients,
  answers: fc.Arbitrary<readonly Answer[]>,
): Promise<number> {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(pair.calls, answers, async ({ ours, theirs }, given) => {
      const mine = await observe(given, () => ours(clients.ours));
      const yours = await observe(given, () => theirs(clients.theirs));
      const unjustified: Difference[] = [];
      for (const difference of differencesOf(pair.operation, mine, yours)) {
        const entry = justificationOf(difference);
        if (entry === undefined) unjustified.push(difference);
        else seen.add(entry);
      }
      expect(unjustified).toEqual([]);
      requests += mine.requests.length;
    }),
    { numRuns },
  );
  return requests;
}

describe.each(versions)("api-version %s", (version: Version) => {
  const pairs = pairsOf(version, valuesOf(version));

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "%s sends the same and returns the same",
    async (_, pair) => {
      const { endpoint } = recorder;
      const requests = await compare(
        pair,
        createClients(version, endpoint),
        pair.answers(endpoint),
      );
      expect(requests).toBeGreaterThanOrEqual(numRuns);
    },
  );

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "%s fails the same",
    async (_, pair) => {
      const clients = createClients(version, recorder.endpoint);
      expect(await compare(pair, clients, failures)).toBe(numRuns);
    },
  );
});

test("each difference that is listed as justified is still seen", () => {
  expect(justified.filter((entry) => !seen.has(entry))).toEqual([]);
});
