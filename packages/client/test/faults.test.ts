/**
 * Tests that safe sends store each message once, although the network loses, duplicates and throttles requests. The
 * faults are random with a fixed seed, so a failure can be reproduced.
 */
import { startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  RestError,
} from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { ChatClient, sendIdKey } from "../src/index.ts";

const threads = 10;
/** The number of sends in each thread. LONG_TESTS=true sends ten times as many. */
const sendsPerThread = process.env["LONG_TESTS"] === "true" ? 1000 : 100;
const sends = threads * sendsPerThread;

const lost = (request: PipelineRequest) =>
  new RestError("socket hang up", { code: "ECONNRESET", request });

test(`loses and duplicates none of ${sends} safe sends`, async () => {
  await using emulator = await startEmulator({ listen: false });
  const user = await emulator.createUser();
  const random = seeded(20_260_101);
  const faults = { committedThen503: 0, droppedBefore: 0, droppedAfter: 0, throttled: 0 };
  const network = emulator.httpClient;
  const faulty: HttpClient = {
    async sendRequest(request) {
      const draw = random();
      if (draw < 0.05) {
        faults.throttled += 1;
        return { request, status: 429, headers: createHttpHeaders() };
      }
      if (draw < 0.15) {
        faults.droppedBefore += 1;
        throw lost(request);
      }
      const response = await network.sendRequest(request);
      if (draw < 0.25) {
        faults.committedThen503 += 1;
        return { request, status: 503, headers: createHttpHeaders() };
      }
      if (draw < 0.3) {
        faults.droppedAfter += 1;
        throw lost(request);
      }
      return response;
    },
  };
  const credential = new AzureCommunicationTokenCredential(user.token);
  // With 30 retries, the probability that all attempts fail is negligible: 0.3 ** 31.
  const client = new ChatClient(emulator.endpoint, credential, {
    validateResponses: true,
    httpClient: faulty,
    retryOptions: { maxRetries: 30, retryDelayInMs: 0 },
  });
  const calm = new ChatClient(emulator.endpoint, credential, {
    validateResponses: true,
    httpClient: network,
  });

  const oneThread = async (number: number) => {
    const { chatThread } = await client.createChatThread({ topic: `thread ${number}` });
    const thread = client.getChatThreadClient(chatThread!.id);
    const ids: string[] = [];
    for (let index = 0; index < sendsPerThread; index += 1) {
      ids.push(
        (await thread.sendMessage({ content: `${number}/${index}` }, { safeRetry: true })).id,
      );
      // The service's clock advances one second per message, as in a busy thread. Without this, each search would read
      // all messages, because they would be from the same minute.
      emulator.control.clock.advance(1000);
    }
    const messages = await calm
      .getChatThreadClient(chatThread!.id)
      .listMessages({ maxPageSize: 200 })
      .toArray();
    return { number, ids, messages: messages.filter(({ type }) => type === "text").toReversed() };
  };
  const results = await Promise.all(
    Array.from({ length: threads }, (_, number) => oneThread(number)),
  );

  for (const { number, ids, messages } of results) {
    expect(messages.map(({ content }) => content?.message)).toEqual(
      ids.map((_, index) => `${number}/${index}`),
    );
    // The thread contains exactly the messages whose ids the callers received.
    expect(messages.map(({ id }) => id)).toEqual(ids);
    expect(new Set(messages.map(({ metadata }) => metadata![sendIdKey]))).toHaveLength(
      sendsPerThread,
    );
  }
  // The network injected every kind of fault often.
  expect(faults.throttled).toBeGreaterThan(sends * 0.04);
  expect(faults.droppedBefore).toBeGreaterThan(sends * 0.1);
  expect(faults.committedThen503).toBeGreaterThan(sends * 0.1);
  expect(faults.droppedAfter).toBeGreaterThan(sends * 0.04);
});

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
