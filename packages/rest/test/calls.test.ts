import {
  createEmptyPipeline,
  createHttpHeaders,
  isRestError,
  type HttpClient,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import type { TracingContext } from "@azure/core-tracing";
import { expect, expectTypeOf, test } from "vitest";
import {
  ChatRestClient,
  createChatContext,
  createChatThread,
  deleteChatThread,
  getChatImage,
  getChatImageHeaders,
  getChatMessage,
  getChatThreadProperties,
  listChatThreads,
  removeChatParticipant,
  sendChatMessage,
  sendTypingNotification,
  updateChatThreadProperties,
  uploadChatImage,
  type ChatMessageType,
  type ChatRetentionPolicy,
} from "../src/index.ts";
import { countingCredential, serve } from "./server.ts";

const thread = {
  id: "19:abc@thread.v2",
  topic: "Lunch",
  createdOn: "2025-03-15T10:00:00Z",
  createdByCommunicationIdentifier: { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } },
};

test("sends the request of the contract and converts the response in place", async () => {
  await using server = await serve(() => ({
    status: 201,
    body: { chatThread: { ...thread, newInAYear: { a: 1 } } },
  }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const result = await createChatThread(
    context,
    {
      topic: "Lunch",
      participants: [
        {
          communicationIdentifier: { communicationUser: { id: "8:acs:a" } },
          shareHistoryTime: new Date(0),
        },
      ],
    },
    {
      repeatabilityRequestId: "r1",
    },
  );
  const [request] = server.received;
  expect(request).toMatchObject({
    method: "POST",
    url: "/chat/threads?api-version=2025-03-15",
    headers: {
      authorization: "Bearer token-1",
      "content-type": "application/json",
      "repeatability-request-id": "r1",
      "user-agent": expect.stringContaining("acs-chat-rest/") as string,
      "x-ms-client-request-id": expect.any(String) as string,
    },
  });
  expect(JSON.parse(request!.body)).toEqual({
    topic: "Lunch",
    participants: [
      {
        communicationIdentifier: { communicationUser: { id: "8:acs:a" } },
        shareHistoryTime: "1970-01-01T00:00:00.000Z",
      },
    ],
  });
  expect(result.chatThread?.createdOn).toEqual(new Date("2025-03-15T10:00:00Z"));
  expect(result.chatThread).toHaveProperty("newInAYear.a", 1);
});

test("rejects an invalid Date before sending, in bodies and in queries", async () => {
  await using server = await serve(() => ({ status: 200, body: { value: [] } }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const invalid = new Date("tomorrow");
  const participants = [
    {
      communicationIdentifier: { communicationUser: { id: "8:acs:a" } },
      shareHistoryTime: invalid,
    },
  ];
  await expect(createChatThread(context, { topic: "Lunch", participants })).rejects.toThrow(
    "shareHistoryTime is not a valid Date",
  );
  await expect(listChatThreads(context, { startTime: invalid }).next()).rejects.toThrow(RangeError);
  expect(server.received).toEqual([]);
});

test("sends null properties of a merge patch, with its content type", async () => {
  await using server = await serve(() => ({ status: 204 }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  await updateChatThreadProperties(context, "t", { topic: "New", retentionPolicy: null });
  expect(server.received[0]).toMatchObject({
    method: "PATCH",
    headers: { "content-type": "application/merge-patch+json" },
    body: '{"topic":"New","retentionPolicy":null}',
  });
});

test("omits an optional body together with its content type", async () => {
  await using server = await serve(() => ({ status: 200, body: "" }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  await sendTypingNotification(context, "t");
  await sendTypingNotification(context, "t", { body: { senderDisplayName: "Ada" } });
  expect(server.received.map(({ body }) => body)).toEqual(["", '{"senderDisplayName":"Ada"}']);
  expect(server.received[0]?.headers).not.toHaveProperty("content-type");
  expect(server.received[1]?.headers["content-type"]).toBe("application/json");
});

test("sends bytes unchanged", async () => {
  await using server = await serve(() => ({
    status: 201,
    body: { id: "1", attachmentType: "image", name: "a.png" },
  }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
    apiVersion: "2024-06-05-preview",
  });
  await uploadChatImage(context, "t", new TextEncoder().encode("PNG"), { imageFilename: "a.png" });
  expect(server.received[0]).toMatchObject({
    url: "/chat/threads/t/images?api-version=2024-06-05-preview",
    headers: { "image-filename": "a.png", "content-type": "application/octet-stream" },
    body: "PNG",
  });
});

test("returns bytes unchanged, and declared headers with their types", async () => {
  await using server = await serve(() => ({
    status: 200,
    headers: { "content-type": "image/png" },
    body: "PNG",
  }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const types: unknown[] = [];
  const image = await getChatImage(context, "t", "i", "small", {
    onResponse: (response) => types.push(getChatImageHeaders(response).contentType),
  });
  expect(new TextDecoder().decode(await image.bytes())).toBe("PNG");
  expect(types).toEqual(["image/png"]);
  await expect(image.bytes()).rejects.toThrow(TypeError);
});

const daysOf = (policy: ChatRetentionPolicy): number | undefined =>
  policy.kind === "threadCreationDate" ? policy.deleteThreadAfterDays : undefined;

test.each(["", ".", ".."])("rejects the path argument %j before sending", async (id) => {
  await using server = await serve(() => ({ status: 204 }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  await expect(deleteChatThread(context, id)).rejects.toThrow(/chatThreadId must not be/);
  await expect(getChatMessage(context, "t", id)).rejects.toThrow(/chatMessageId must not be/);
  expect(server.received).toEqual([]);
});

test.each([
  [
    "the wire shape of the service",
    { CommunicationError: { Code: "Forbidden", Message: "no" } },
    "Forbidden",
  ],
  ["the declared shape", { error: { code: "Forbidden", message: "no" } }, "Forbidden"],
  ["an HTML page", "<html>Bad gateway</html>", undefined],
  ["nothing", "", undefined],
  ["another JSON value", [1, 2], undefined],
])("keeps status code, code and body of an error with %s", async (_, body, code) => {
  await using server = await serve(() => ({ status: 403, body }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const error: unknown = await deleteChatThread(context, "t").catch((cause: unknown) => cause);
  if (!isRestError(error)) throw new Error("expected a RestError", { cause: error });
  expect(error.statusCode).toBe(403);
  expect(error.code).toBe(code);
  expect(error.details).toEqual(body === "" ? undefined : body);
  expect(error.request?.url).toContain("/chat/threads/t");
  expect(error.message).toContain("deleteChatThread failed with status 403");
  expect(error.message).not.toContain("token-1");
});

test.each([
  ["a missing body", "", "$ should be an object, but is missing"],
  [
    "a missing date",
    { ...thread, createdOn: undefined },
    "$.createdOn should be a date-time with an offset, but is missing",
  ],
  [
    "a bad date",
    { ...thread, createdOn: "5" },
    '$.createdOn should be a date-time with an offset, but is "5"',
  ],
  [
    "a missing model",
    { ...thread, createdByCommunicationIdentifier: undefined },
    "$.createdByCommunicationIdentifier should be an object, but is missing",
  ],
  [
    "a missing part of a nested model",
    { ...thread, createdByCommunicationIdentifier: { communicationUser: {} } },
    "$.createdByCommunicationIdentifier.communicationUser.id should be a string, but is missing",
  ],
  ["a number for a string", { ...thread, topic: 5 }, "$.topic should be a string, but is 5"],
  [
    "a part of an optional part",
    { ...thread, retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: "60" } },
    '$.retentionPolicy.deleteThreadAfterDays should be a number, but is "60"',
  ],
  ["an array for an object", [], "$ should be an object, but is []"],
  ["no JSON at all", "<html>", "is not valid JSON"],
])("reports %s with operation and path", async (_, body, message) => {
  await using server = await serve(() => ({ status: 200, body }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const error: unknown = await getChatThreadProperties(context, "t").catch(
    (cause: unknown) => cause,
  );
  if (!isRestError(error)) throw new Error("expected a RestError", { cause: error });
  expect(error.message).toContain("getChatThreadProperties: unexpected response: ");
  expect(error.message).toContain(message);
  expect(error.response?.status).toBe(200);
});

test("returns an unknown kind unchanged, and narrows known kinds", async () => {
  const policy = { kind: "moonPhase", phase: "full" };
  await using server = await serve(() => ({
    status: 200,
    body: { ...thread, retentionPolicy: policy },
  }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const { retentionPolicy } = await getChatThreadProperties(context, "t");
  expect(retentionPolicy).toEqual(policy);
  expect(daysOf({ kind: "threadCreationDate", deleteThreadAfterDays: 60 })).toBe(60);
  expectTypeOf<"holo" & string>().toExtend<ChatMessageType>();
});

test("calls onResponse with the response and the result, and rethrows its errors", async () => {
  await using server = await serve((_, index) =>
    index === 0
      ? { status: 201, body: { id: "1" } }
      : { status: 404, body: { error: { code: "NotFound" } } },
  );
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const seen: unknown[] = [];
  const onResponse = (raw: PipelineResponse, flat: unknown, error?: unknown) =>
    void seen.push(raw.status, flat, isRestError(error));
  await sendChatMessage(context, "t", { content: "hi" }, { onResponse });
  await sendChatMessage(context, "t", { content: "hi" }, { onResponse }).catch(() => {});
  expect(seen).toEqual([201, { id: "1" }, false, 404, { error: { code: "NotFound" } }, true]);
  const throwing = sendChatMessage(
    context,
    "t",
    { content: "hi" },
    {
      onResponse: () => {
        throw new RangeError("mine");
      },
    },
  );
  await expect(throwing).rejects.toThrow(RangeError);
});

test("uses a given pipeline without changes", async () => {
  await using server = await serve(() => ({ status: 204 }));
  const credential = countingCredential();
  const context = createChatContext(server.endpoint, credential, {
    validateResponses: true,
    pipeline: createEmptyPipeline(),
  });
  await removeChatParticipant(context, "t", { rawId: "8:acs:a" });
  expect(server.received[0]?.headers).not.toHaveProperty("authorization");
  expect(credential.asked).toBe(0);
});

test("binds every operation of the class to its context", async () => {
  await using server = await serve(() => ({ status: 201, body: { id: "7" } }));
  const client = new ChatRestClient(server.endpoint, countingCredential(), {
    apiVersion: "2021-09-07",
  });
  expect(await client.sendChatMessage("t", { content: "hi" })).toEqual({ id: "7" });
  expect(server.received[0]?.url).toContain("api-version=2021-09-07");
});

test("passes the tracing context of a call to the pipeline", async () => {
  const httpClient: HttpClient & { traced: unknown[] } = {
    traced: [],
    async sendRequest(request) {
      this.traced.push(request.tracingOptions?.tracingContext);
      return { request, status: 204, headers: createHttpHeaders(), bodyAsText: "" };
    },
  };
  const context = createChatContext("https://x.azure.com", countingCredential(), {
    validateResponses: true,
    httpClient,
  });
  const tracingContext = {} as TracingContext;
  await deleteChatThread(context, "t", { tracingOptions: { tracingContext } });
  await deleteChatThread(context, "t");
  expect(httpClient.traced).toEqual([tracingContext, undefined]);
});
