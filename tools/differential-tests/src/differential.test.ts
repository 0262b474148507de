import type * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valuesOf } from "./arbitraries.ts";
import { type Clients, createClients, type Version, versions } from "./clients.ts";
import { compareCalls, numRuns } from "./compare.ts";
import { failures } from "./failures.ts";
import { justificationOf, justified, type Justified } from "./justified.ts";
import { type Pair, pairsOf } from "./operations.ts";
import { type Answer, type Recorder, startRecorder } from "./recorder.ts";

let recorder: Recorder;
const seen = new Set<Justified>();

beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder[Symbol.asyncDispose]());

/** Demands that ours and AutoRest's differ in nothing but what is justified. */
function compare(
  pair: Pair,
  clients: Clients,
  answers: fc.Arbitrary<readonly Answer[]>,
): Promise<number> {
  const calls = pair.calls.map(({ ours, theirs, input }) => ({
    input,
    one: () => ours(clients.ours),
    other: () => theirs(clients.theirs),
  }));
  return compareCalls(recorder, pair.operation, calls, answers, (differences) => {
    const unjustified = differences.filter((difference) => {
      const entry = justificationOf(difference);
      if (entry !== undefined) seen.add(entry);
      return entry === undefined;
    });
    expect(unjustified).toEqual([]);
  });
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
