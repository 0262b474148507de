import { ChatClient } from "@azure/communication-chat";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Emulator, EmulatorUser } from "../../../src/index.ts";

/** The users of the scenario. */
export interface People {
  /** Receives the events. */
  readonly alice: EmulatorUser;
  /** Performs all actions. */
  readonly bob: EmulatorUser;
  /** Is added and removed. */
  readonly carol: EmulatorUser;
}

/** Creates the users. */
export async function makePeople(emulator: Emulator): Promise<People> {
  const [alice, bob, carol] = [
    await emulator.createUser(),
    await emulator.createUser(),
    await emulator.createUser(),
  ];
  return { alice, bob, carol };
}

/** The event types that Alice receives, in order. */
export const STORY = [
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

/** An event as received by its listener, serialized as JSON. */
export interface Heard {
  readonly type: string;
  readonly event: Record<string, unknown>;
}

/** Performs every action on a thread as Bob, with the official client. */
export async function liveThroughIt(
  emulator: Emulator,
  { alice, bob, carol }: People,
): Promise<{ threadId: string; messageId: string }> {
  const client = new ChatClient(
    emulator.httpsEndpoint ?? "https://localhost",
    new AzureCommunicationTokenCredential(bob.token),
    { httpClient: emulator.httpClient },
  );
  const { chatThread } = await client.createChatThread(
    { topic: "Grüße 🍜" },
    {
      participants: [{ id: { communicationUserId: alice.id }, displayName: "Alice" }],
      metadata: { place: "Köln" },
      retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
    },
  );
  const threadId = chatThread!.id;
  const thread = client.getChatThreadClient(threadId);
  const { id: messageId } = await thread.sendMessage(
    { content: "<b>Mittag</b>?" },
    { type: "html", senderDisplayName: "Bob", metadata: { mood: "hungry" } },
  );
  await thread.updateMessage(messageId, { content: "<b>Abend</b>?" });
  await thread.sendTypingNotification({ senderDisplayName: "Bob" });
  await thread.sendReadReceipt({ chatMessageId: messageId });
  await thread.deleteMessage(messageId);
  await thread.updateTopic("Später");
  const participant = {
    id: { communicationUserId: carol.id },
    displayName: "Carol",
    metadata: { role: "guest" },
  };
  await thread.addParticipants({ participants: [participant] });
  await thread.removeParticipant({ communicationUserId: carol.id });
  await client.deleteChatThread(threadId);
  return { threadId, messageId };
}

const user = ({ id }: EmulatorUser) => ({ kind: "communicationUser", communicationUserId: id });
const date = expectDate();

/** The events as the official client reports them. */
export function expectedStory(
  { alice, bob, carol }: People,
  { threadId, messageId }: { threadId: string; messageId: string },
): Heard[] {
  const base = { threadId, sender: user(bob), recipient: user(alice), senderDisplayName: "Bob" };
  const message = { ...base, id: messageId, createdOn: date, version: date, type: "RichText/Html" };
  const content = { ...message, metadata: { mood: "hungry" }, attachments: [] };
  const thread = { threadId, version: date };
  const byBob = { id: user(bob), displayName: "", metadata: {} };
  const guest = {
    id: user(carol),
    displayName: "Carol",
    shareHistoryTime: date,
    metadata: { role: "guest" },
  };
  const retentionPolicy = { kind: "threadCreationDate", deleteThreadAfterDays: 60 };
  const events: Record<(typeof STORY)[number], Record<string, unknown>> = {
    chatThreadCreated: {
      ...thread,
      createdOn: date,
      createdBy: byBob,
      properties: { topic: "Grüße 🍜", metadata: { place: "Köln" } },
      retentionPolicy,
      participants: [
        { ...byBob, shareHistoryTime: date },
        { id: user(alice), displayName: "Alice", shareHistoryTime: date, metadata: {} },
      ],
    },
    chatMessageReceived: { ...content, message: "<b>Mittag</b>?" },
    chatMessageEdited: { ...content, message: "<b>Abend</b>?", editedOn: date },
    typingIndicatorReceived: { ...base, version: date, receivedOn: date },
    readReceiptReceived: { ...base, senderDisplayName: "", chatMessageId: messageId, readOn: date },
    chatMessageDeleted: { ...message, deletedOn: date },
    chatThreadPropertiesUpdated: {
      ...thread,
      updatedOn: date,
      updatedBy: byBob,
      properties: { topic: "Später", metadata: { place: "Köln" } },
      retentionPolicy,
    },
    participantsAdded: { ...thread, addedOn: date, addedBy: byBob, participantsAdded: [guest] },
    participantsRemoved: {
      ...thread,
      removedOn: date,
      removedBy: byBob,
      participantsRemoved: [{ ...guest, metadata: {} }],
    },
    chatThreadDeleted: { ...thread, deletedOn: date, deletedBy: byBob, reason: "deletedByUser" },
  };
  return STORY.map((type) => ({ type, event: events[type] }));
}

/** Matches a date in JSON, or a version. Both are times, and never NaN. */
function expectDate(): unknown {
  return {
    asymmetricMatch: (value: unknown) =>
      typeof value === "string" &&
      value !== "" &&
      !Number.isNaN(/^\d+$/.test(value) ? Number(value) : Date.parse(value)),
    toString: () => "a time",
  };
}
