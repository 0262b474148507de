import { expect, test } from "vitest";
import type { ChatClient, ChatEventItem, ChatMessageReceivedEvent } from "../../src/index.ts";
import { createWatch, startWorld } from "./support/world.ts";

const types = [
  "chatThreadCreated",
  "chatMessageReceived",
  "chatMessageEdited",
  "typingIndicatorReceived",
  "readReceiptReceived",
  "chatMessageDeleted",
  "chatThreadPropertiesUpdated",
  "participantsAdded",
  "participantsRemoved",
  "chatThreadDeleted",
] as const;

async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Records all events of a client. */
function listen(client: ChatClient) {
  const heard: ChatEventItem[] = [];
  const watch = createWatch();
  for (const type of types) {
    client.on(type, (event: unknown) => {
      heard.push({ type, event } as ChatEventItem);
      watch.look();
    });
  }
  return { heard, until: (count: number) => watch.until(() => heard.length >= count) };
}

test.each([["WebSocket"], ["long polling"]])(
  "receives all ten events by %s with the values that the REST API returns",
  async (way) => {
    await using world = await startWorld();
    const options = way === "WebSocket" ? {} : { realtime: { webSocket: false } as const };
    const alice = await world.person(options);
    const bob = await world.person();
    const carol = await world.person();
    const { heard, until } = listen(alice.client);
    await alice.client.startRealtimeNotifications();
    expect(alice.client.state).toBe("connected");

    const { chatThread } = await bob.client.createChatThread(
      { topic: "Grüße 🍜" },
      {
        participants: [{ id: { communicationUserId: alice.user.id }, displayName: "Alice" }],
        metadata: { place: "Köln" },
        retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
      },
    );
    const thread = bob.client.getChatThreadClient(chatThread!.id);
    const { id } = await thread.sendMessage(
      { content: "<b>Mittag</b>?" },
      { type: "html", senderDisplayName: "Bob", metadata: { mood: "hungry" } },
    );
    const sent = await thread.getMessage(id);
    await thread.updateMessage(id, { content: "<b>Abend</b>?" });
    const edited = await thread.getMessage(id);
    await thread.sendTypingNotification({ senderDisplayName: "Bob" });
    await thread.sendReadReceipt({ chatMessageId: id });
    const [receipt] = await toArray(thread.listReadReceipts());
    await thread.deleteMessage(id);
    const deleted = await thread.getMessage(id);
    await thread.updateTopic("Später");
    await thread.addParticipants({
      participants: [{ id: { communicationUserId: carol.user.id }, displayName: "Carol" }],
    });
    const participants = await toArray(thread.listParticipants());
    await thread.removeParticipant({ communicationUserId: carol.user.id });
    await bob.client.deleteChatThread(thread.threadId);
    await until(types.length);

    expect(heard.map(({ type }) => type)).toEqual(types);
    const event = <K extends (typeof types)[number]>(type: K) =>
      heard.find((one) => one.type === type)!.event as Extract<ChatEventItem, { type: K }>["event"];
    const asMessage = ({
      message,
      attachments,
      threadId,
      recipient,
      ...rest
    }: ChatMessageReceivedEvent) => {
      expect(threadId).toBe(thread.threadId);
      expect(recipient).toEqual({ kind: "communicationUser", communicationUserId: alice.user.id });
      expect(attachments).toEqual([]);
      return { ...rest, content: { message, attachments } };
    };
    const { sequenceId: _, ...sentMessage } = sent;
    expect(asMessage(event("chatMessageReceived"))).toEqual(sentMessage);
    const { sequenceId: __, ...editedMessage } = edited;
    expect(asMessage(event("chatMessageEdited"))).toEqual(editedMessage);
    const { version, deletedOn, type, sender, senderDisplayName } = deleted;
    expect(event("chatMessageDeleted")).toMatchObject({
      id,
      version,
      deletedOn,
      type,
      sender,
      senderDisplayName,
    });
    expect(event("typingIndicatorReceived")).toMatchObject({ sender, senderDisplayName: "Bob" });
    expect(event("readReceiptReceived").chatMessageId).toBe(receipt!.chatMessageId);
    expect(event("readReceiptReceived").sender).toEqual(receipt!.sender);
    expect(event("chatThreadCreated")).toMatchObject({
      threadId: chatThread!.id,
      createdOn: chatThread!.createdOn,
      properties: { topic: "Grüße 🍜", metadata: { place: "Köln" } },
      retentionPolicy: chatThread!.retentionPolicy,
      createdBy: { id: chatThread!.createdBy },
    });
    expect(event("chatThreadPropertiesUpdated")).toMatchObject({ properties: { topic: "Später" } });
    const added = participants.find(({ displayName }) => displayName === "Carol");
    expect(event("participantsAdded").participantsAdded).toMatchObject([added]);
    expect(event("participantsRemoved").participantsRemoved).toMatchObject([{ id: added!.id }]);
    expect(event("chatThreadDeleted")).toMatchObject({
      reason: "deletedByUser",
      deletedBy: { id: sender },
    });
  },
);

test("returns the messages of a thread from events() as they arrive", async () => {
  await using world = await startWorld();
  const [alice, bob] = [await world.person(), await world.person()];
  const thread = await world.thread(bob, alice);
  const other = await world.thread(bob, alice);
  const events = alice.client.events({ threadId: thread.threadId, types: ["chatMessageReceived"] });
  await alice.client.startRealtimeNotifications();
  await other.sendMessage({ content: "elsewhere" });
  const sent = ["one", "two", "three"];
  for (const content of sent) await thread.sendMessage({ content });
  const seen: string[] = [];
  for await (const { type, event } of events) {
    if (type === "chatMessageReceived") seen.push(event.message);
    if (seen.length === sent.length) break;
  }
  expect(seen).toEqual(sent);
});

test("delivers messages to their sender and to other participants, but not to others", async () => {
  await using world = await startWorld();
  const [alice, bob, carol] = [await world.person(), await world.person(), await world.person()];
  const thread = await world.thread(alice, bob);
  const ears = [alice, bob, carol].map(({ client }) => listen(client));
  for (const { client } of [alice, bob, carol]) await client.startRealtimeNotifications();
  await thread.sendMessage({ content: "hello" });
  await Promise.all([ears[0]!.until(1), ears[1]!.until(1)]);
  const recipients = ears.map(({ heard }) =>
    heard.map(({ event }) => (event as ChatMessageReceivedEvent).recipient),
  );
  expect(recipients).toEqual([
    [{ kind: "communicationUser", communicationUserId: alice.user.id }],
    [{ kind: "communicationUser", communicationUserId: bob.user.id }],
    [],
  ]);
});

test("does not require anybody to wait for a start that a stop interrupts", async () => {
  await using world = await startWorld();
  const { client } = await world.person();
  const unhandled: unknown[] = [];
  const record = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", record);
  try {
    // As effects of React in StrictMode do.
    const first = client.startRealtimeNotifications();
    const stopped = client.stopRealtimeNotifications();
    const second = client.startRealtimeNotifications();
    await Promise.all([stopped, second]);
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
    await expect(first).rejects.toMatchObject({ code: "Stopped" });
    expect(client.state).toBe("connected");
  } finally {
    process.off("unhandledRejection", record);
  }
});
