import { createHttpHeaders, type PipelineRequest } from "@azure/core-rest-pipeline";
import { expect, test, vi } from "vitest";
import {
  ChatArgumentError,
  ChatClient,
  type ChatRetryEvent,
  ChatServiceError,
  ChatThreadClient,
  type DeleteMessageOptions,
} from "../src/index.ts";
import { credential, endpoint, scripted, secret, threadId } from "./support/scripted.ts";

const created = {
  status: 201,
  body: {
    chatThread: {
      id: threadId,
      topic: "t",
      createdOn: "2026-01-01T00:00:00Z",
      createdByCommunicationIdentifier: { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } },
    },
  },
};
const sentMessage = { status: 201, body: { id: "1700000000000" } };
const participants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: { communicationUserId: `8:acs:u${index}` } }));

test("creates a repeatability token for a create without one, and uses it for all attempts", async () => {
  const { client, sent } = scripted([
    { status: 503 },
    new Error("socket hang up"),
    created,
    created,
  ]);
  await client.createChatThread({ topic: "t" });
  await client.createChatThread({ topic: "t" });
  const tokens = sent.map(({ headers }) => headers["repeatability-request-id"]);
  expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(tokens.slice(0, 3)).toEqual([tokens[0], tokens[0], tokens[0]]);
  expect(tokens[3]).not.toBe(tokens[0]);
});

test("sends only the given properties with sendMessage", async () => {
  const { thread, sent } = scripted([sentMessage]);
  expect(
    await thread.sendMessage(
      { content: "c" },
      { type: "html", senderDisplayName: "A", metadata: { a: "b" } },
    ),
  ).toEqual({
    id: "1700000000000",
  });
  await thread.sendMessage(
    { content: "c" },
    { senderDisplayName: undefined, abortSignal: new AbortController().signal },
  );
  expect(sent.map(({ body }) => body)).toEqual([
    { content: "c", type: "html", senderDisplayName: "A", metadata: { a: "b" } },
    { content: "c" },
  ]);
  expect(sent[0]).toMatchObject({
    method: "POST",
    path: `/chat/threads/${threadId}/messages`,
    query: { "api-version": "2025-03-15" },
  });
  expect(sent[0]!.headers["authorization"]).toBe(`Bearer ${secret}`);
  expect(sent[0]!.headers["user-agent"]).toMatch(/acs-chat-client\/\d/);
});

test("does not retry a send that may have arrived", async () => {
  for (const failure of [
    { status: 503 },
    { status: 500 },
    Object.assign(new Error("hang up"), { code: "ECONNRESET" }),
  ]) {
    const { thread, sent } = scripted([failure, sentMessage]);
    await expect(thread.sendMessage({ content: "c" })).rejects.toBeInstanceOf(ChatServiceError);
    expect(sent).toHaveLength(1);
  }
});

test("retries a send that cannot have arrived, and calls onRetry", async () => {
  const events: ChatRetryEvent[] = [];
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const { thread, sent } = scripted([{ status: 429 }, refused, sentMessage], {
    retryOptions: { onRetry: (event) => events.push(event) },
  });
  await thread.sendMessage({ content: "c" });
  expect(sent).toHaveLength(3);
  expect(events).toEqual([
    {
      retry: 1,
      delayInMs: 0,
      method: "POST",
      clientRequestId: expect.any(String),
      statusCode: 429,
    },
    {
      retry: 2,
      delayInMs: 0,
      method: "POST",
      clientRequestId: expect.any(String),
      error: expect.any(Error),
    },
  ]);
});

test("retries reads, updates and deletions", async () => {
  const { thread, sent } = scripted([
    { status: 503 },
    { status: 204 },
    { status: 500 },
    { status: 204 },
  ]);
  await thread.updateTopic("t");
  await thread.deleteMessage("1");
  expect(sent.map(({ method }) => method)).toEqual(["PATCH", "PATCH", "DELETE", "DELETE"]);
});

test("reports a timeout as a timeout instead of an abort", async () => {
  const { thread } = scripted([
    Object.assign(new Error("The operation was aborted."), { name: "AbortError" }),
  ]);
  await expect(
    thread.sendMessage({ content: "c" }, { requestOptions: { timeout: 50 } }),
  ).rejects.toMatchObject({
    code: "REQUEST_TIMEOUT",
    message: expect.stringContaining("50 ms"),
  });
});

test("rejects with an AbortError and sends nothing for an aborted signal", async () => {
  const { thread, sent } = scripted([sentMessage]);
  const abortSignal = AbortSignal.abort();
  await expect(thread.sendMessage({ content: "c" }, { abortSignal })).rejects.toMatchObject({
    name: "AbortError",
  });
  await expect(thread.listMessages({ abortSignal }).toArray()).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(sent).toEqual([]);
});

const invalid = (target: string) => ({ code: "403", message: "no", target });

test("rejects more than 200 participants, or adds them in batches and merges the results", async () => {
  const refused = scripted([created]);
  await expect(
    refused.client.createChatThread({ topic: "t" }, { participants: participants(201) }),
  ).rejects.toMatchObject({
    argument: "participants",
  });
  await expect(
    refused.thread.addParticipants({ participants: participants(201) }),
  ).rejects.toBeInstanceOf(ChatArgumentError);
  expect(refused.sent).toEqual([]);

  const { client, sent } = scripted([
    { status: 201, body: { ...created.body, invalidParticipants: [invalid("a")] } },
    { status: 201, body: { invalidParticipants: [invalid("b")] } },
    { status: 201, body: {} },
  ]);
  const result = await client.createChatThread(
    { topic: "t" },
    { participants: participants(401), batches: true },
  );
  expect(
    sent.map(({ path, body }) => [path, (body as { participants: [] }).participants.length]),
  ).toEqual([
    ["/chat/threads", 200],
    [`/chat/threads/${threadId}/participants/:add`, 200],
    [`/chat/threads/${threadId}/participants/:add`, 1],
  ]);
  expect(result.chatThread?.id).toBe(threadId);
  expect(result.invalidParticipants).toEqual([invalid("a"), invalid("b")]);
});

test("adds the results of earlier batches to the error of a later one", async () => {
  const { client } = scripted([
    created,
    { status: 403, body: { error: { code: "Forbidden", message: "full" } } },
  ]);
  const failure = await client
    .createChatThread({ topic: "t" }, { participants: participants(201), batches: true })
    .catch((e: unknown) => e);
  expect(failure).toMatchObject({
    code: "Forbidden",
    partialResult: { chatThread: { id: threadId } },
  });
});

test("allows another typing notification after a failed one, and after a message", async () => {
  const { thread, sent } = scripted([
    { status: 403 },
    { status: 200 },
    sentMessage,
    { status: 200 },
  ]);
  await expect(thread.sendTypingNotification()).rejects.toMatchObject({ statusCode: 403 });
  expect(await thread.sendTypingNotification({ senderDisplayName: "A" })).toBe(true);
  expect(await thread.sendTypingNotification()).toBe(false);
  await thread.sendMessage({ content: "c" });
  expect(await thread.sendTypingNotification()).toBe(true);
  expect(sent[1]!.body).toEqual({ senderDisplayName: "A" });
});

test("supports custom headers, policies, callbacks and HTTP clients like other Azure SDKs", async () => {
  const seen = { perCall: 0, perRetry: 0 };
  const policy = (name: "perCall" | "perRetry") => ({
    position: name,
    policy: {
      name,
      sendRequest: async (request: never, next: (request: never) => Promise<never>) => (
        (seen[name] += 1),
        next(request)
      ),
    },
  });
  const { thread, sent } = scripted([{ status: 503 }, { status: 204 }], {
    additionalPolicies: [policy("perCall"), policy("perRetry")] as never,
    userAgentOptions: { userAgentPrefix: "my-app/1" },
    telemetryOptions: { clientRequestIdHeaderName: "x-my-id" },
  });
  const onResponse = vi.fn<NonNullable<DeleteMessageOptions["onResponse"]>>();
  await thread.deleteMessage("1", {
    onResponse,
    requestOptions: { customHeaders: { "x-mine": "yes" } },
  });
  expect(seen).toEqual({ perCall: 1, perRetry: 2 });
  expect(sent[0]!.headers).toMatchObject({
    "x-mine": "yes",
    "user-agent": expect.stringMatching(/^my-app\/1 acs-chat-client\//),
  });
  expect(sent[0]!.headers["x-my-id"]).toBe(sent[1]!.headers["x-my-id"]);
  expect(onResponse).toHaveBeenCalledOnce();
  expect(onResponse.mock.calls[0]![0]).toMatchObject({ status: 204 });
});

/** What the first call of a client rejects with; nothing must have been sent. */
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
])("accepts the endpoint %s", async (good) => {
  const { client, sent } = scripted([{ status: 204 }], {}, good);
  await client.deleteChatThread(threadId);
  expect(sent).toHaveLength(1);
});

test("rejects http to another machine for any options", async () => {
  const insecure = { allowInsecureConnection: true };
  const { client, sent } = scripted([{ status: 204 }], insecure, "http://chat.example");
  await expect(
    client.deleteChatThread(threadId, { requestOptions: insecure }),
  ).rejects.toMatchObject({
    argument: "endpoint",
    // Without the advice of the low-level package to set an option that has no effect here.
    message: "endpoint: must be an https URL, or an http URL of this machine",
  });
  expect(sent).toEqual([]);
});

test.each([
  [undefined, {}, "credential"],
  ["token", {}, "credential"],
  [credential, { apiVersion: 7 }, "options.apiVersion"],
  [credential, { apiVersion: "" }, "options.apiVersion"],
  [credential, { retryOptions: { maxRetries: -1 } }, "options.retryOptions.maxRetries"],
  [credential, { retryOptions: { maxRetry: 1 } }, "options.retryOptions.maxRetry"],
  [credential, { aplVersion: "2025-03-15" }, "options.aplVersion"],
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

test("rejects images in API versions without them, and names the version", async () => {
  const { thread, sent } = scripted([sentMessage]);
  for (const call of [
    thread.uploadImage(new ArrayBuffer(1), "a.png"),
    thread.getImage("i"),
    thread.deleteImage("i"),
    thread.sendMessage({ content: "c" }, { attachments: [{ id: "i", attachmentType: "image" }] }),
    thread.sendMessage({ content: "c", attachments: [{ id: "i", attachmentType: "image" }] }),
    thread.updateMessage("1", { attachments: [{ id: "i", attachmentType: "image" }] }),
  ]) {
    await expect(call).rejects.toMatchObject({
      argument: "options.apiVersion",
      message: expect.stringContaining("2024-06-05-preview"),
    });
  }
  expect(sent).toEqual([]);
});

test("works with a thread client without a ChatClient", async () => {
  const httpClient = {
    sendRequest: async (request: PipelineRequest) => ({
      request,
      status: 201,
      headers: createHttpHeaders(),
      bodyAsText: '{"id":"7"}',
    }),
  };
  const thread = new ChatThreadClient(endpoint, threadId, credential, {
    validateResponses: true,
    httpClient,
  });
  expect(thread.threadId).toBe(threadId);
  expect(await thread.sendMessage({ content: "c" })).toEqual({ id: "7" });
});

test.each([
  [{ abortSignal: { aborted: false, addEventListener() {} } }, "abortSignal.removeEventListener"],
  [{ requestOptions: { timeout: Infinity } }, "requestOptions.timeout"],
  [{ requestOptions: { timeout: 2 ** 31 } }, "requestOptions.timeout"],
  [{ requestOptions: { customHeaders: { "x y": "z" } } }, "requestOptions.customHeaders"],
  [{ requestOptions: { customHeaders: { x: "a\r\nb: c" } } }, "requestOptions.customHeaders"],
  [{ requestOptions: { customHeaders: { x: {} } } }, "requestOptions.customHeaders.x"],
  [{ requestOptions: { timeOut: 5 } }, "requestOptions.timeOut"],
  [{ abortsignal: new AbortController().signal }, "abortsignal"],
])("rejects the options %j before sending", async (options, argument) => {
  const { thread, sent } = scripted([{ status: 204 }]);
  await expect(thread.deleteMessage("1", options as never)).rejects.toMatchObject({
    name: "ChatArgumentError",
    argument,
  });
  expect(sent).toEqual([]);
});

test.each([204, 304])(
  "throws for a response with the status code %i instead of 201",
  async (status) => {
    const { thread } = scripted([{ status }]);
    await expect(thread.sendMessage({ content: "c" })).rejects.toMatchObject({
      statusCode: status,
      code: "PARSE_ERROR",
    });
  },
);
