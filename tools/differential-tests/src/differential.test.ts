import type * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valuesOf } from "./arbitraries.ts";
import { type Clients, createClients, type Version, versions } from "./clients.ts";
import { compareCalls, numRuns } from "./compare.ts";
import { failures } from "./failures.ts";
import { justificationOf, justified, type Justified } from "./justified.ts";
import { pairsOf } from "./operations.ts";
import type { Pair } from "./pair.ts";
import { type StubResponse, type Recorder, startRecorder } from "./recorder.ts";

let recorder: Recorder;
const seen = new Set<Justified>();

beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder[Symbol.asyncDispose]());

/** Asserts that our client and AutoRest's have only justified differences. */
function compare(
  pair: Pair,
  clients: Clients,
  responses: fc.Arbitrary<readonly StubResponse[]>,
): Promise<number> {
  const calls = pair.calls.map(({ ours, theirs, input }) => ({
    input,
    one: () => ours(clients.ours),
    other: () => theirs(clients.theirs),
  }));
  return compareCalls(recorder, pair.operation, calls, responses, (differences) => {
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
    "sends the same requests and returns the same results: %s",
    async (_, pair) => {
      const { endpoint } = recorder;
      const requests = await compare(
        pair,
        createClients(version, endpoint),
        pair.responses(endpoint),
      );
      expect(requests).toBeGreaterThanOrEqual(numRuns);
    },
  );

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "fails with the same errors: %s",
    async (_, pair) => {
      const clients = createClients(version, recorder.endpoint);
      expect(await compare(pair, clients, failures)).toBe(numRuns);
    },
  );
});

test("still finds each justified difference", () => {
  expect(justified.filter((entry) => !seen.has(entry))).toEqual([]);
});
