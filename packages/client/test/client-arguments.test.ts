import { createHttpHeaders, type PipelineRequest } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { ChatClient, ChatThreadClient } from "../src/index.ts";
import { credential, endpoint, scripted, threadId } from "./support/scripted.ts";

/** An HTTP client that responds to every request with the id of a sent message. */
const httpClient = {
  sendRequest: async (request: PipelineRequest) => ({
    request,
    status: 201,
    headers: createHttpHeaders(),
    bodyAsText: '{"id":"7"}',
  }),
};

/** Returns the error of a client's first call. Fails if a request was sent. */
async function firstCallOf(make: () => ChatClient): Promise<unknown> {
  const client = make();
  const rejected = await client.deleteChatThread(threadId).catch((error: unknown) => error);
  await expect(client.listChatThreads().next()).rejects.toBe(rejected);
  await expect(client.getChatThreadClient(threadId).getProperties()).rejects.toBe(rejected);
  await expect(client.startRealtimeNotifications()).rejects.toBe(rejected);
  return rejected;
}

test.each([
  ["", "endpoint"],
  ["   ", "endpoint"],
  ["not a url", "endpoint"],
  ["ftp://x", "endpoint"],
  ["http://contoso.communication.azure.com", "endpoint"],
  ["http://localhost.evil.example", "endpoint"],
  [undefined, "endpoint"],
  [{}, "endpoint"],
])(
  "accepts the endpoint %j in the constructor, and rejects it by name on the first call",
  async (bad, argument) => {
    expect(await firstCallOf(() => new ChatClient(bad as string, credential))).toMatchObject({
      name: "ChatArgumentError",
      argument,
    });
  },
);

test.each([
  "http://localhost:8080",
  "http://127.0.0.1",
  "http://[::1]:1",
  "https://contoso.communication.azure.com/",
  "  https://contoso.communication.azure.com \n",
])("accepts the endpoint %s", async (good) => {
  const { client, sent } = scripted([{ status: 204 }], {}, good);
  await client.deleteChatThread(threadId);
  expect(sent[0]!.url).toMatch(/^https?:\/\/[^/]+\/chat\/threads\//);
});

test("rejects http to another machine for any options", async () => {
  const insecure = { allowInsecureConnection: true };
  const { client, sent } = scripted([{ status: 204 }], insecure, "http://chat.example");
  await expect(
    client.deleteChatThread(threadId, { requestOptions: insecure }),
  ).rejects.toMatchObject({
    argument: "endpoint",
    // The message of the low-level package would suggest an option that has no effect here.
    message: expect.stringContaining("http is accepted for localhost, 127.0.0.1 and [::1] only"),
  });
  expect(sent).toEqual([]);
});

const key = "c2VjcmV0LWtleQ==";

test.each([
  [`endpoint=https://x.example/;accesskey=${key}`, /connection string.*the URL after "endpoint="/],
  ["<your endpoint>", /no URL that starts with https/],
  ["contoso.communication.azure.com", /no URL that starts with https/],
  ["", /but is empty/],
  [undefined, /but is undefined/],
])("says what is wrong with the endpoint %j, without its value", async (bad, problem) => {
  const { message } = (await firstCallOf(() => new ChatClient(bad!, credential))) as Error;
  expect(message).toMatch(/^endpoint: must be an https URL, such as https:/);
  expect(message).toMatch(problem);
  expect(message).not.toContain(key);
});

test.each(["?api-version=2021-09-07", "/?x=1#top", "#"])(
  "ignores the query and the fragment of an endpoint: %s",
  async (extra) => {
    const { client, sent } = scripted([{ status: 204 }], {}, endpoint + extra);
    await client.deleteChatThread(threadId);
    expect(sent[0]!.url).toBe(
      `${endpoint}/chat/threads/${encodeURIComponent(threadId)}?api-version=2025-03-15`,
    );
  },
);

test("accepts a credential that is a function with a method getToken", async () => {
  const callable = Object.assign(() => {}, credential);
  const thread = new ChatThreadClient(endpoint, threadId, callable, { httpClient });
  expect(await thread.sendMessage({ content: "c" })).toEqual({ id: "7" });
});

test("does not repeat a key that is passed as the credential", async () => {
  const { message } = (await firstCallOf(() => new ChatClient(endpoint, key as never))) as Error;
  expect(message).toBe(
    "credential: must be a credential, such as new AzureCommunicationTokenCredential(token), but is a string",
  );
});

test.each([
  [undefined, {}, "credential"],
  [null, {}, "credential"],
  ["token", {}, "credential"],
  [{ key: "k" }, {}, "credential"],
  [credential, { apiVersion: 7 }, "options.apiVersion"],
  [credential, { apiVersion: "" }, "options.apiVersion"],
  [credential, { retryOptions: { maxRetries: -1 } }, "options.retryOptions.maxRetries"],
  [credential, { additionalPolicies: [null] }, "options"],
  [credential, { proxyOptions: 5 }, "options"],
])(
  "names an invalid argument on the first call: credential %j with options %j: %s",
  async (given, options, argument) => {
    const make = () => new ChatClient(endpoint, given as never, options as never);
    expect(await firstCallOf(make)).toMatchObject({ name: "ChatArgumentError", argument });
  },
);

test.each([undefined, null, "", "..", 5])(
  "names the invalid thread id %j on the first call",
  async (bad) => {
    const { client, sent } = scripted([{ status: 204 }]);
    const threads = [
      client.getChatThreadClient(bad as string),
      new ChatThreadClient(endpoint, bad as string, credential),
    ];
    for (const thread of threads) {
      expect(thread.threadId).toBe(bad);
      for (const call of [
        thread.sendMessage({ content: "c" }),
        thread.listMessages().next(),
        thread.listParticipants().byPage().next(),
        thread.listReadReceipts().toArray(),
      ]) {
        await expect(call).rejects.toMatchObject({
          name: "ChatArgumentError",
          argument: "threadId",
        });
      }
    }
    expect(sent).toEqual([]);
  },
);

test("treats null options as absent", async () => {
  const client = new ChatClient(endpoint, credential, null as never);
  expect(client.getChatThreadClient(threadId).threadId).toBe(threadId);
  const { thread, sent } = scripted([{ status: 204 }]);
  await thread.updateTopic("t", null as never);
  expect(sent).toHaveLength(1);
});

test("works with a thread client without a ChatClient", async () => {
  const thread = new ChatThreadClient(endpoint, threadId, credential, {
    validateResponses: true,
    httpClient,
  });
  expect(thread.threadId).toBe(threadId);
  expect(await thread.sendMessage({ content: "c" })).toEqual({ id: "7" });
});
