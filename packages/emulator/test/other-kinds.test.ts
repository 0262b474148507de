import { ChatClient } from "@azure/communication-chat";
import {
  AzureCommunicationTokenCredential,
  createIdentifierFromRawId,
  getIdentifierRawId,
} from "@azure/communication-common";
import { EventGridDeserializer } from "@azure/eventgrid";
import { describe, expect, it } from "vitest";
import { type Emulator, startEmulator, type UserKind, type UserOptions } from "../src/index.ts";
import type { Json } from "./support/chat.ts";
import { startWebhook } from "./support/webhook.ts";

const OTHERS: readonly (UserOptions & { readonly kind: UserKind })[] = [
  { kind: "microsoftTeamsUser" },
  { kind: "microsoftTeamsUser", cloud: "dod" },
  { kind: "microsoftTeamsUser", cloud: "gcch" },
  { kind: "microsoftTeamsApp" },
  { kind: "microsoftTeamsApp", cloud: "dod" },
  { kind: "microsoftTeamsApp", cloud: "gcch" },
  { kind: "teamsExtensionUser" },
  { kind: "phoneNumber" },
  { kind: "bot" },
];
const GIF = "R0lGODlhAQABAAAAACw=";

const rawIds = (identifiers: readonly Json[]): string[] =>
  identifiers.map(({ rawId }) => rawId).toSorted();

function officialClient(emulator: Emulator, token: string): ChatClient {
  return new ChatClient("https://localhost/", new AzureCommunicationTokenCredential(token), {
    httpClient: emulator.httpClient,
  });
}

/** Creates a thread as Alice with the official client, and adds a user of each kind. */
async function interop() {
  const emulator = await startEmulator({ listen: false });
  const alice = await emulator.createUser({ name: "alice" });
  const client = officialClient(emulator, alice.token);
  const { chatThread } = await client.createChatThread({ topic: "Interop" });
  const threadId = chatThread!.id;
  const others = [];
  for (const options of OTHERS) {
    const user = await emulator.createUser(options);
    emulator.control.chat.addParticipant(threadId, { user: user.id, displayName: options.kind });
    others.push(user);
  }
  return {
    emulator,
    threadId,
    others,
    thread: client.getChatThreadClient(threadId),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

describe("users of other kinds, as the official packages see them", () => {
  it("are participants, senders and readers of their kind", async () => {
    await using world = await interop();
    const { thread, threadId, others, emulator } = world;
    const participants = [];
    for await (const one of thread.listParticipants()) participants.push(one);
    const expected = others.map(({ id }) => createIdentifierFromRawId(id));
    expect(participants.slice(1).map(({ id }) => id)).toMatchObject(expected);
    const { id: first } = await thread.sendMessage({ content: "Welcome" });
    for (const { id, token } of others) {
      const { id: messageId } = await officialClient(emulator, token)
        .getChatThreadClient(threadId)
        .sendMessage({ content: "Hello" });
      emulator.control.chat.sendReadReceipt(threadId, { from: id, messageId: first });
      const { sender } = await thread.getMessage(messageId);
      expect(sender).toMatchObject(createIdentifierFromRawId(id));
      expect(getIdentifierRawId(sender!)).toBe(id);
    }
    const readers = [];
    for await (const { sender } of thread.listReadReceipts()) readers.push(sender);
    expect(readers).toMatchObject(expected);
  });

  it("can be removed by their identifiers", async () => {
    await using world = await interop();
    for (const { id } of world.others) {
      await world.thread.removeParticipant(createIdentifierFromRawId(id));
    }
    const left = [];
    for await (const one of world.thread.listParticipants()) left.push(one);
    expect(left).toHaveLength(1);
  });

  it("send html with images, which the client reads as attachments", async () => {
    await using world = await interop();
    const { thread, threadId, others, emulator } = world;
    const { id } = await emulator.control.chat.sendMessage(threadId, {
      from: others[0]!.id,
      type: "html",
      content: "<p>Look</p>",
      images: [{ id: "cat", name: "cat.gif", data: GIF }],
    });
    const { content, type } = await thread.getMessage(id);
    expect(type).toBe("html");
    expect(content?.message).toBe('<p>Look</p><p><img alt="image" src="" id="cat"></p>');
    expect(content?.attachments).toMatchObject([
      { id: "cat", attachmentType: "image", name: "cat.gif" },
    ]);
    const { previewUrl } = content!.attachments![0]!;
    expect(previewUrl).toMatch(/^https:\/\/localhost\/chat\/threads\/.+\/images\/cat\/view\/small/);
  });

  it("appear in Event Grid events, and receive none themselves", async () => {
    await using webhook = await startWebhook();
    await using world = await interop();
    const { threadId, others, emulator } = world;
    const { eventGrid, chat } = emulator.control;
    await eventGrid.subscribe({
      endpoint: webhook.url,
      includedEventTypes: [
        "Microsoft.Communication.ChatMessageReceived",
        "Microsoft.Communication.ChatThreadParticipantRemoved",
      ],
    });
    for (const { id } of others) await chat.sendMessage(threadId, { from: id, content: "Hello" });
    for (const { id } of others) chat.removeParticipant(threadId, id);
    await eventGrid.settled();
    const reader = new EventGridDeserializer();
    const read = await Promise.all(
      webhook.notifications.map(({ body }) => reader.deserializeEventGridEvents(body)),
    );
    const data = read.flat().map((event) => event.data as Json);
    const ids = others.map(({ id }) => id).toSorted();
    const removed = data.flatMap(({ participantRemoved }) => participantRemoved ?? []);
    expect(rawIds(removed.map((one) => one.participantCommunicationIdentifier))).toEqual(ids);
    const received = data.filter((one) => "messageBody" in one);
    // For Alice and the Teams extension user, who belong to the resource. Users receive no events of their own.
    expect(received).toHaveLength(2 * others.length - 1);
    const senders = received.map((one) => one.senderCommunicationIdentifier);
    expect([...new Set(rawIds(senders))]).toEqual(ids);
    const teams = others[1]!.id;
    expect(senders.find(({ rawId }) => rawId === teams)).toEqual({
      rawId: teams,
      microsoftTeamsUser: {
        userId: teams.slice("8:dod:".length),
        isAnonymous: false,
        cloud: "dod",
      },
    });
  });
});
