import { expect, test, vi } from "vitest";
import type { DeleteMessageOptions } from "../src/index.ts";
import { scripted, secret, sentMessage, threadId } from "./support/scripted.ts";

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

test.each([
  [{ abortSignal: { aborted: false, addEventListener() {} } }, "abortSignal.removeEventListener"],
  [{ requestOptions: { timeout: Infinity } }, "requestOptions.timeout"],
  [{ requestOptions: { timeout: 2 ** 31 } }, "requestOptions.timeout"],
  [{ requestOptions: { customHeaders: { "x y": "z" } } }, "requestOptions.customHeaders"],
  [{ requestOptions: { customHeaders: { x: "a\r\nb: c" } } }, "requestOptions.customHeaders"],
  [{ requestOptions: { customHeaders: { x: {} } } }, "requestOptions.customHeaders.x"],
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
