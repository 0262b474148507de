/** Tests the client with network failures that the emulator injects: cut connections, delays and throttling. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ChatClient, type ChatRetryEvent, type ChatThreadClient } from "../src/index.ts";

let emulator: Emulator;
let thread: ChatThreadClient;
let retries: ChatRetryEvent[];

beforeEach(async () => {
  emulator = await startEmulator();
  retries = [];
  const { token } = await emulator.createUser();
  const client = new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
    retryOptions: { retryDelayInMs: 1, onRetry: (event) => retries.push(event) },
  });
  const { chatThread } = await client.createChatThread({ topic: "Lunch" });
  thread = client.getChatThreadClient(chatThread!.id);
});
afterEach(() => emulator.close());

const contents = async () =>
  (await thread.listMessages().toArray()).flatMap(({ type, content }) =>
    type === "text" ? [content!.message] : [],
  );
const operations = ["sendChatMessage"] as const;

test("throws if the connection is cut after the message was stored, or resolves with safeRetry", async () => {
  emulator.control.faults.add({ operations, action: "commitThenDrop", times: 2 });
  await expect(thread.sendMessage({ content: "plain" })).rejects.toMatchObject({
    name: "RestError",
    statusCode: undefined,
  });
  await thread.sendMessage({ content: "safe" }, { safeRetry: true });
  // Each message is stored once, although the plain send threw an error.
  expect(await contents()).toEqual(["safe", "plain"]);
});

test("retries reads and safe sends if the connection is cut before", async () => {
  emulator.control.faults.add({ action: "drop", times: 1 });
  await thread.getProperties();
  emulator.control.faults.add({ operations, action: "drop", times: 2 });
  await thread.sendMessage({ content: "safe" }, { safeRetry: true });
  expect(await contents()).toEqual(["safe"]);
  expect(retries.map(({ method }) => method)).toEqual(["GET", "POST", "POST"]);
});

test("waits for Retry-After and retries a throttled send", async () => {
  emulator.control.faults.add({ operations, action: "status", status: 429, retryAfterSeconds: 0 });
  await thread.sendMessage({ content: "patient" });
  expect(await contents()).toEqual(["patient"]);
  expect(retries).toMatchObject([{ statusCode: 429, retry: 1 }]);
});

test("throws a typed error if the service is slower than the timeout, and sends no second message", async () => {
  emulator.control.faults.add({ operations, delayMilliseconds: 60_000 });
  const sent = thread.sendMessage({ content: "slow" }, { requestOptions: { timeout: 50 } });
  await expect(sent).rejects.toMatchObject({ code: "REQUEST_TIMEOUT", name: "RestError" });
});

test("aborts a call immediately, during a request and during a delay", async () => {
  emulator.control.faults.add({ operations, delayMilliseconds: 60_000 });
  const within = new AbortController();
  const sent = thread.sendMessage({ content: "never" }, { abortSignal: within.signal });
  setImmediate(() => within.abort());
  await expect(sent).rejects.toMatchObject({ name: "AbortError" });

  const { token } = await emulator.createUser();
  const between = new AbortController();
  const patient = new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
    retryOptions: { retryDelayInMs: 60_000, onRetry: () => setImmediate(() => between.abort()) },
  });
  emulator.control.faults.add({
    operations: ["listChatThreads"],
    action: "status",
    status: 503,
    times: 9,
  });
  const listed = patient.listChatThreads({ abortSignal: between.signal }).toArray();
  await expect(listed).rejects.toMatchObject({ name: "AbortError" });
});

test("throws a typed error with the network's code if no server listens", async () => {
  const { endpoint } = emulator;
  await emulator.close();
  const credential = {
    getToken: async () => ({ token: "t", expiresOnTimestamp: Date.now() + 1e7 }),
    dispose() {},
  };
  const client = new ChatClient(endpoint, credential, {
    validateResponses: true,
    retryOptions: { maxRetries: 1, retryDelayInMs: 1 },
  });
  await expect(
    client.getChatThreadClient("t").sendMessage({ content: "hello?" }),
  ).rejects.toMatchObject({
    code: "ECONNREFUSED",
    name: "RestError",
    message: expect.stringContaining("ChatThreadClient.sendMessage failed"),
  });
});

test("throws a typed error if the bytes of an image do not arrive within the timeout", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "image/png" });
    response.write("the beginning");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const { token } = await emulator.createUser();
    const client = new ChatClient(
      `http://127.0.0.1:${port}`,
      new AzureCommunicationTokenCredential(token),
      { validateResponses: true, apiVersion: "2024-06-05-preview" },
    );
    const image = client
      .getChatThreadClient("t")
      .getImage("i", "small", { requestOptions: { timeout: 200 } });
    await expect(image).rejects.toMatchObject({
      name: "RestError",
      code: "REQUEST_TIMEOUT",
      message: expect.stringContaining(
        "ChatThreadClient.getImage failed: no response within 200 ms",
      ),
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
