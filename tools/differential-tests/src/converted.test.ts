import type * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valuesOf } from "./arbitraries.ts";
import { ours } from "./clients.ts";
import { compareCalls, numRuns } from "./compare.ts";
import { type Converted, Conversions, documentsOfChat } from "./converted.ts";
import { failures } from "./failures.ts";
import { type Pair, pairsOf } from "./operations.ts";
import { type Answer, type Recorder, startRecorder } from "./recorder.ts";

let recorder: Recorder;
const conversions = new Conversions();

beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder[Symbol.asyncDispose]();
  await conversions[Symbol.asyncDispose]();
});

const documents = await documentsOfChat();

test("there is a document of each of the six API versions", () => {
  expect(documents.length).toBeGreaterThanOrEqual(6);
});

describe.each(documents)("the client from %s", (document) => {
  let converted: Converted;
  beforeAll(async () => {
    converted = await conversions.convert(document);
  });

  /** Demands that it differs in nothing from the client that is published. */
  function compare(pair: Pair, answers: fc.Arbitrary<readonly Answer[]>): Promise<number> {
    const { endpoint } = recorder;
    const published = ours(converted.version, endpoint);
    const client = converted.client(endpoint);
    const calls = pair.calls.map(({ ours: call, input }) => ({
      input,
      one: () => call(published),
      other: () => call(client),
    }));
    return compareCalls(recorder, pair.operation, calls, answers, (differences) => {
      expect(differences).toEqual([]);
    });
  }

  const version = /^\d{4}-\d{2}-\d{2}(?:-preview)?/.exec(document)?.[0] ?? "";
  // OpenAPI 3 has no word for lists that come in pages.
  const isPaged = !document.includes("openapi3");
  const pairs = pairsOf(version, valuesOf(version)).filter(
    ({ operation }) => isPaged || !operation.startsWith("list"),
  );

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "%s sends the same and returns the same",
    async (_, pair) => {
      const requests = await compare(pair, pair.answers(recorder.endpoint));
      expect(requests).toBeGreaterThanOrEqual(numRuns);
    },
  );

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "%s fails the same",
    async (_, pair) => {
      expect(await compare(pair, failures)).toBe(numRuns);
    },
  );
});
