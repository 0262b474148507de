import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireResponse } from "../src/http/message.ts";
import { request } from "./fuzz/requests.ts";
import { type World, createWorld } from "./fuzz/world.ts";

/**
 * Each run sends requests of every kind to a new service. The fixed seed makes a failure depend on the
 * change under test. LONG_TESTS=true runs 10,000 requests of a new seed.
 */
const LONG = process.env["LONG_TESTS"] === "true";
const RUNS = LONG ? 200 : 40;
const REQUESTS = 50;

/** The documented status codes. */
const DOCUMENTED = new Set([200, 201, 204, 400, 401, 403, 404, 405, 413, 415, 429]);

/** Checks the invariants of the state. */
function checkState({ engine }: World): void {
  const { threads, participants, messages, receipts } = engine.store.dump();
  const known = new Set(threads.map(({ id }) => id));
  for (const { threadId } of [...participants, ...messages, ...receipts]) {
    expect(known.has(threadId)).toBe(true);
  }
  for (const thread of threads) {
    const own = messages.filter(({ threadId }) => threadId === thread.id);
    const sequences = own.map(({ sequence }) => sequence);
    expect(new Set(sequences).size).toBe(sequences.length);
    expect(Math.max(...sequences)).toBe(thread.lastSequence);
    expect(Math.max(...own.map(({ version }) => version))).toBe(thread.lastVersion);
    const present = participants.filter(
      ({ threadId, removedAtVersion }) => threadId === thread.id && removedAtVersion === undefined,
    );
    expect(engine.store.countParticipants(thread.id)).toBe(present.length);
  }
}

/** Returns what is wrong with a response; undefined if nothing is. */
function problemOf(answer: WireResponse): string | undefined {
  const { status, headers, body } = answer;
  if (!DOCUMENTED.has(status)) return `status ${status}`;
  if (!/^[\w+/]{22}\.0$/.test(headers["MS-CV"] ?? "")) return "no MS-CV";
  if (status === 401) return body === undefined ? undefined : "401 with a body";
  if (status >= 400) {
    const { CommunicationError: chat, error: modern } = JSON.parse(String(body));
    return /^[A-Z]\w+$/.test(chat?.Code ?? modern?.code)
      ? undefined
      : `error without code: ${String(body)}`;
  }
  if (headers["Content-Type"]?.startsWith("application/json")) JSON.parse(String(body));
  return undefined;
}

describe("any request", () => {
  it(`gets a well-formed response and leaves a consistent state (${RUNS * REQUESTS} requests)`, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: REQUESTS, maxLength: REQUESTS }),
        async (requests) => {
          const world = createWorld();
          let before = JSON.stringify(world.engine.store.dump());
          for (const make of requests) {
            const sent = make(world);
            const answer = (await world.handle(sent)) as WireResponse;
            expect(world.errors).toEqual([]);
            const problem = sent.method === "OPTIONS" ? undefined : problemOf(answer);
            expect([sent.method, sent.target, problem]).toEqual([
              sent.method,
              sent.target,
              undefined,
            ]);
            seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
            const after = JSON.stringify(world.engine.store.dump());
            const failed = answer.status >= 400;
            expect(failed ? after : before).toBe(before);
            before = after;
          }
          checkState(world);
        },
      ),
      { numRuns: RUNS, ...(!LONG && { seed: 20_261_128 }) },
    );
    // The requests are valid enough to pass, and invalid in all ways.
    for (const status of [200, 201, 204, 400, 401, 403, 404, 405, 415]) {
      expect([status, (seen.get(status) ?? 0) > RUNS / 20]).toEqual([status, true]);
    }
  }, 300_000);
});
