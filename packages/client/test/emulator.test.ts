import { startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { expect, test } from "vitest";
import { ChatClient, ChatServiceError, throwIfInvalidParticipants } from "../src/index.ts";

/** Creates a thread with two users, over HTTP. */
async function conversation() {
  const emulator = await startEmulator();
  const clientOf = (token: string) =>
    new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
      validateResponses: true,
    });
  const [ada, grace] = [await emulator.createUser(), await emulator.createUser()];
  const client = clientOf(ada.token);
  const result = throwIfInvalidParticipants(
    await client.createChatThread(
      { topic: "Lunch" },
      {
        participants: [{ id: { communicationUserId: grace.id }, displayName: "Grace" }],
        metadata: { a: "b" },
      },
    ),
  );
  const threadId = result.chatThread!.id;
  return {
    emulator,
    ada: { ...ada, client, thread: client.getChatThreadClient(threadId) },
    grace: {
      ...grace,
      client: clientOf(grace.token),
      thread: clientOf(grace.token).getChatThreadClient(threadId),
    },
    outsider: clientOf((await emulator.createUser()).token).getChatThreadClient(threadId),
    created: result.chatThread!,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

test("creates a thread, sends, gets and lists messages", async () => {
  await using talk = await conversation();
  const { ada, grace, created } = talk;
  expect(created).toMatchObject({
    topic: "Lunch",
    createdBy: { kind: "communicationUser", communicationUserId: ada.id },
    metadata: { a: "b" },
  });
  expect(created.createdOn).toBeInstanceOf(Date);
  expect(created).not.toHaveProperty("createdByCommunicationIdentifier");

  const { id } = await ada.thread.sendMessage(
    { content: "Noodles?" },
    { senderDisplayName: "Ada", metadata: { k: "v" } },
  );
  const message = await grace.thread.getMessage(id);
  expect(message).toMatchObject({
    id,
    type: "text",
    content: { message: "Noodles?" },
    senderDisplayName: "Ada",
    sender: { kind: "communicationUser", communicationUserId: ada.id },
    metadata: { k: "v" },
  });
  expect(message.createdOn).toBeInstanceOf(Date);
  expect(message).not.toHaveProperty("senderCommunicationIdentifier");

  const types = [];
  for await (const { type } of grace.thread.listMessages()) types.push(type);
  expect(types).toEqual(["text", "topicUpdated", "participantAdded"]);
});

test("returns pages of the requested size, and continues from a token later", async () => {
  await using talk = await conversation();
  const { thread } = talk.ada;
  for (let number = 1; number <= 5; number += 1)
    await thread.sendMessage({ content: String(number) });
  const sizes = [];
  let stored: string | undefined;
  for await (const page of thread.listMessages().byPage({ maxPageSize: 3 })) {
    sizes.push(page.length);
    stored ??= page.continuationToken;
  }
  expect(sizes).toEqual([3, 3, 1]);
  const rest = [];
  for await (const page of talk.grace.thread.listMessages().byPage({ continuationToken: stored! }))
    rest.push(...page);
  expect(rest.map((message) => message.content?.message ?? message.type)).toEqual([
    "2",
    "1",
    "topicUpdated",
    "participantAdded",
  ]);
  const added = rest.at(-1)!.content!;
  expect(added.initiator).toEqual({ kind: "communicationUser", communicationUserId: talk.ada.id });
  expect(added.participants!.map(({ id }) => id)).toContainEqual({
    kind: "communicationUser",
    communicationUserId: talk.grace.id,
  });
  expect(
    (await thread.listMessages({ maxPageSize: 2 }).toArray({ limit: 3 })).map(
      ({ content }) => content?.message,
    ),
  ).toEqual(["5", "4", "3"]);
});

test("throws a ChatServiceError if the service rejects a request", async () => {
  await using talk = await conversation();
  const refusal = await talk.outsider
    .sendMessage({ content: "hello" })
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ChatServiceError);
  expect(refusal).toMatchObject({
    statusCode: 403,
    code: "Forbidden",
    requestId: expect.stringMatching(/\.0$/),
  });
  await expect(talk.ada.thread.getMessage("1")).rejects.toMatchObject({
    statusCode: 404,
    code: "NotFound",
  });
  const stranger = new ChatClient(
    talk.emulator.endpoint,
    new AzureCommunicationTokenCredential("a.eyJleHAiOjQxMDI0NDQ4MDB9.c"),
    { validateResponses: true },
  );
  await expect(stranger.listChatThreads().toArray()).rejects.toMatchObject({
    statusCode: 401,
    code: "Unauthorized",
  });
});

test("names a missing scope among the reasons for a rejected token, in calls and in real time", async () => {
  await using emulator = await startEmulator();
  const { token } = await emulator.createUser({ scopes: ["voip"] });
  const client = new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token));
  const reason = /the token is [^:]*no chat scope/i;
  await expect(client.createChatThread({ topic: "Lunch" })).rejects.toThrow(reason);
  await expect(client.startRealtimeNotifications()).rejects.toThrow(reason);
});

test("lists threads, gets and updates properties, and deletes threads", async () => {
  await using talk = await conversation();
  const { client, thread } = talk.ada;
  await thread.updateTopic("Dinner");
  await thread.updateProperties({
    metadata: { c: "d" },
    retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
  });
  expect(await thread.getProperties()).toMatchObject({
    topic: "Dinner",
    metadata: { a: "b", c: "d" },
    retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
  });
  await client.createChatThread({ topic: "Other" });
  const threads = await client.listChatThreads({ maxPageSize: 1 }).toArray();
  expect(threads.map(({ topic }) => topic).toSorted()).toEqual(["Dinner", "Other"]);
  for (const item of threads) expect(item.lastMessageReceivedOn).toBeInstanceOf(Date);
  await client.deleteChatThread(thread.threadId);
  await expect(thread.getProperties()).rejects.toMatchObject({ statusCode: 404 });
});

test("returns the same thread for two creations with the same idempotency token", async () => {
  await using talk = await conversation();
  const { client } = talk.ada;
  const create = async () =>
    (await client.createChatThread({ topic: "Once" }, { idempotencyToken: "my token #1" }))
      .chatThread!.id;
  expect(await create()).toBe(await create());
});

test("edits and deletes messages", async () => {
  await using talk = await conversation();
  const { thread } = talk.ada;
  const { id } = await thread.sendMessage(
    { content: "tyop" },
    { metadata: { keep: "1", drop: "2" } },
  );
  await thread.updateMessage(id, { content: "typo", metadata: { drop: "" } });
  const edited = await thread.getMessage(id);
  expect(edited).toMatchObject({ content: { message: "typo" }, metadata: { keep: "1" } });
  expect(edited.editedOn).toBeInstanceOf(Date);
  await thread.deleteMessage(id);
  expect((await thread.getMessage(id)).deletedOn).toBeInstanceOf(Date);
  await expect(talk.grace.thread.deleteMessage(id)).rejects.toMatchObject({ statusCode: 403 });
});

test("adds, lists and removes participants, and reports those who cannot be added", async () => {
  await using talk = await conversation();
  const { thread } = talk.ada;
  const alan = await talk.emulator.createUser();
  const foreign = "8:acs:11111111-1111-4111-8111-111111111111_22222222-2222-4222-8222-222222222222";
  const result = await thread.addParticipants({
    participants: [
      { id: { communicationUserId: alan.id }, displayName: "Alan", shareHistoryTime: new Date(0) },
      { id: { communicationUserId: foreign } },
    ],
  });
  expect(result.invalidParticipants).toEqual([
    expect.objectContaining({ target: foreign, code: "403" }),
  ]);
  expect(() => throwIfInvalidParticipants(result)).toThrowError(ChatServiceError);
  const participants = await thread.listParticipants({ maxPageSize: 2 }).toArray();
  expect(
    participants.map(({ id }) => (id as { communicationUserId: string }).communicationUserId),
  ).toEqual([talk.ada.id, talk.grace.id, alan.id]);
  expect(participants[2]).toMatchObject({ displayName: "Alan", shareHistoryTime: new Date(0) });
  expect(await thread.listParticipants({ skip: 2 }).toArray()).toHaveLength(1);
  await thread.removeParticipant({ communicationUserId: alan.id });
  expect(await thread.listParticipants().toArray()).toHaveLength(2);
});

test("sends receipts and typing notifications", async () => {
  await using talk = await conversation();
  const { id } = await talk.ada.thread.sendMessage({ content: "read me" });
  await talk.grace.thread.sendReadReceipt({ chatMessageId: id });
  const [receipt] = await talk.ada.thread.listReadReceipts().toArray();
  expect(receipt).toMatchObject({
    chatMessageId: id,
    sender: { communicationUserId: talk.grace.id },
  });
  expect(receipt!.readOn).toBeInstanceOf(Date);
  expect(await talk.grace.thread.sendTypingNotification({ senderDisplayName: "Grace" })).toBe(true);
  expect(await talk.grace.thread.sendTypingNotification()).toBe(false);
});

test("supports images and attachments in the preview", async () => {
  await using talk = await conversation();
  const preview = new ChatClient(
    talk.emulator.endpoint,
    new AzureCommunicationTokenCredential(talk.ada.token),
    { validateResponses: true, apiVersion: "2024-06-05-preview" },
  ).getChatThreadClient(talk.created.id);
  const png = new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
      "base64",
    ),
  );
  const uploaded = await preview.uploadImage(png.buffer, "dot.png");
  expect(uploaded).toMatchObject({ attachmentType: "image", name: "dot.png" });
  expect(await preview.getImage(uploaded.id)).toEqual({ content: png, contentType: "image/png" });
  const { id } = await preview.sendMessage(
    { content: "look" },
    { attachments: [{ id: uploaded.id, attachmentType: "image", name: "dot.png" }] },
  );
  expect((await preview.getMessage(id)).content?.attachments).toMatchObject([
    { id: uploaded.id, attachmentType: "image" },
  ]);
  await preview.deleteImage(uploaded.id);
  await expect(preview.getImage(uploaded.id)).rejects.toMatchObject({ statusCode: 404 });
});
