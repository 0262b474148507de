/**
 * Tests safe sends to a service that processes a request after the client's timeout. The clock moves only when the
 * test advances it.
 */
import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ChatClient, type ChatRetryEvent, type ChatRetryOptions } from "../src/index.ts";
import { credential, endpoint, threadId } from "./support/scripted.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

/** The result of one attempt: no response within the timeout, a lost connection, or a status code. */
type Outcome = "timeout" | "lost" | number | { status: number; retryAfter: string };

/** Creates a service that stores each message some time after the client has received the outcome. */
function service(
  outcomes: Outcome[],
  commitDelayInMs: number,
  retryOptions: ChatRetryOptions = {},
) {
  const kept: { id: string; metadata: object }[] = [];
  const times: number[] = [];
  const retries: ChatRetryEvent[] = [];
  const list = () => ({
    value: kept.toReversed().map(({ id, metadata }) => ({
      id,
      metadata,
      version: id,
      sequenceId: "1",
      type: "text",
      createdOn: "2026-01-01T00:00:00Z",
    })),
  });
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const respond = (status: number, body: object, headers = {}) => ({
        request,
        status,
        headers: createHttpHeaders(headers),
        bodyAsText: JSON.stringify(body),
      });
      if (request.method === "GET") return respond(200, list());
      times.push(Date.now());
      const outcome = outcomes[Math.min(times.length, outcomes.length) - 1]!;
      const { metadata } = JSON.parse(request.body as string) as { metadata: object };
      const commit = () => void kept.push({ id: `${Date.now()}`, metadata });
      if (outcome === 201) commit();
      else if (outcome === "timeout") setTimeout(commit, request.timeout + commitDelayInMs);
      else setTimeout(commit, commitDelayInMs);
      if (outcome === "timeout") {
        await new Promise((resolve) => setTimeout(resolve, request.timeout));
        throw Object.assign(new Error("The operation was aborted."), { name: "AbortError" });
      }
      if (outcome === "lost") throw Object.assign(new Error("hang up"), { code: "ECONNRESET" });
      if (typeof outcome === "number") return respond(outcome, { id: `${Date.now()}` });
      return respond(outcome.status, {}, { "retry-after": outcome.retryAfter });
    },
  };
  const client = new ChatClient(endpoint, credential, {
    validateResponses: true,
    httpClient,
    retryOptions: { retryDelayInMs: 0, ...retryOptions, onRetry: (event) => retries.push(event) },
  });
  const send = async (timeout = 0): Promise<unknown> => {
    const sent = client
      .getChatThreadClient(threadId)
      .sendMessage({ content: "c" }, { safeRetry: true, requestOptions: { timeout } })
      .catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return sent;
  };
  return { send, kept, times, retries };
}

test("sends no second message if the service commits within a second of the timeout", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 999 }),
      async (timeout, commitDelayInMs) => {
        const { send, kept, retries } = service(["timeout"], commitDelayInMs);
        expect(await send(timeout)).toEqual({ id: kept[0]!.id });
        expect(kept).toHaveLength(1);
        expect(retries).toEqual([]);
      },
    ),
    { numRuns: 256 },
  );
});

test("waits as long as a long timeout again, up to ten seconds", async () => {
  const { send, kept } = service(["timeout"], 4000);
  expect(await send(5000)).toEqual({ id: kept[0]!.id });
  expect(kept).toHaveLength(1);
});

test.each([408, 504] as const)(
  "%i: sends no second message if the service commits within a second",
  async (outcome) => {
    const { send, kept } = service([outcome], 999);
    expect(await send()).toEqual({ id: kept[0]!.id });
    expect(kept).toHaveLength(1);
  },
);

test("waits for Retry-After before a safe send searches", async () => {
  const { send, kept, times } = service([{ status: 503, retryAfter: "30" }, 201], 100_000);
  const begun = Date.now();
  await send();
  expect(times[1]! - begun).toBeGreaterThanOrEqual(30_000);
  expect(kept).toHaveLength(2);
});

test("throws immediately if Retry-After is too long", async () => {
  const { send, times } = service([{ status: 503, retryAfter: "99999999999" }], 0);
  expect(await send()).toMatchObject({ statusCode: 503, retryAfterInMs: 99_999_999_999_000 });
  expect(times).toHaveLength(1);
});

test("calls onRetry once per attempt after the first", async () => {
  const { send, times, retries } = service(["lost"], 1e9, { maxRetries: 2 });
  expect(await send()).toMatchObject({ code: "ECONNRESET" });
  expect(times).toHaveLength(3);
  expect(retries).toMatchObject([
    { retry: 1, delayInMs: 0, error: { code: "ECONNRESET" } },
    { retry: 2, delayInMs: 0, error: { code: "ECONNRESET" } },
  ]);
});
