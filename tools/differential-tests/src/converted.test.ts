import type * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valuesOf } from "./arbitraries.ts";
import { ours } from "./clients.ts";
import { compareCalls, numRunsPerDocument } from "./compare.ts";
import { type Converted, Conversions, documentsOfChat } from "./converted.ts";
import type { Difference } from "./differences.ts";
import { failures } from "./failures.ts";
import { pairsOf } from "./operations.ts";
import type { Pair } from "./pair.ts";
import { type StubResponse, type Recorder, startRecorder } from "./recorder.ts";

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

const expectNone = (differences: readonly Difference[]): void => expect(differences).toEqual([]);

test("finds a document for each of the six API versions", () => {
  expect(documents.length).toBeGreaterThanOrEqual(6);
});

describe.each(documents)("the client from %s", (document) => {
  let converted: Converted;
  beforeAll(async () => {
    converted = await conversions.convert(document);
  });

  /** Asserts that the client does not differ from the published one. */
  function compare(pair: Pair, responses: fc.Arbitrary<readonly StubResponse[]>): Promise<number> {
    const { endpoint } = recorder;
    const published = ours(converted.version, endpoint);
    const client = converted.client(endpoint);
    const calls = pair.calls.map(({ ours: call, input }) => ({
      input,
      one: () => call(published),
      other: () => call(client),
    }));
    const { operation } = pair;
    return compareCalls(recorder, operation, calls, responses, expectNone, numRunsPerDocument);
  }

  const version = /^\d{4}-\d{2}-\d{2}(?:-preview)?/.exec(document)?.[0] ?? "";
  // OpenAPI 3 cannot describe paging.
  const isPaged = !document.includes("openapi3");
  const pairs = pairsOf(version, valuesOf(version)).filter(
    ({ operation }) => isPaged || !operation.startsWith("list"),
  );

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "sends the same requests and returns the same results: %s",
    async (_, pair) => {
      const requests = await compare(pair, pair.responses(recorder.endpoint));
      expect(requests).toBeGreaterThanOrEqual(numRunsPerDocument);
    },
  );

  test.each(pairs.map((pair) => [pair.operation, pair] as const))(
    "fails with the same errors: %s",
    async (_, pair) => {
      expect(await compare(pair, failures)).toBe(numRunsPerDocument);
    },
  );
});
