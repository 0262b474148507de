import { getIdentifierRawId } from "@azure/communication-common";
import { expect, test } from "vitest";
import type { ChatEventItem } from "../../src/index.ts";
import { createWatch, startWorld } from "./support/world.ts";

const kinds = [
  ["microsoftTeamsUser", "public"],
  ["microsoftTeamsUser", "dod"],
  ["microsoftTeamsUser", "gcch"],
  ["microsoftTeamsApp", "public"],
  ["microsoftTeamsApp", "gcch"],
  ["teamsExtensionUser", "public"],
  ["phoneNumber", undefined],
  ["bot", undefined],
] as const;

test.each(kinds)(
  "returns the same identifier for a %s (cloud %s) in REST and in events",
  async (kind, cloud) => {
    await using world = await startWorld();
    const alice = await world.person();
    const thread = await world.thread(alice);
    const { chat } = world.emulator.control;
    const other = await world.emulator.createUser({ kind, ...(cloud && { cloud }) });
    const heard: ChatEventItem[] = [];
    const watch = createWatch();
    for (const type of [
      "participantsAdded",
      "chatMessageReceived",
      "readReceiptReceived",
    ] as const) {
      alice.client.on(type, (event: unknown) => {
        heard.push({ type, event } as ChatEventItem);
        watch.look();
      });
    }
    await alice.client.startRealtimeNotifications();
    chat.addParticipant(thread.threadId, { user: other.id, displayName: "Other" });
    const { id: messageId } = await chat.sendMessage(thread.threadId, {
      from: other.id,
      content: "Hello",
    });
    chat.sendReadReceipt(thread.threadId, { from: other.id, messageId });
    await watch.until(() => heard.length === 3);

    const participants = [];
    for await (const one of thread.listParticipants()) participants.push(one);
    const { sender } = await thread.getMessage(messageId);
    const inEvents = heard.map(({ event }) =>
      "participantsAdded" in event
        ? event.participantsAdded[0]?.id
        : "sender" in event
          ? event.sender
          : undefined,
    );
    expect(sender?.kind).toBe(kind === "bot" ? "unknown" : kind);
    expect(getIdentifierRawId(sender!)).toBe(other.id);
    expect([participants[1]?.id, ...inEvents]).toEqual([sender, sender, sender, sender]);
  },
);

test("receives a streamed message of a bot in parts", async () => {
  await using world = await startWorld();
  const alice = await world.person();
  const { threadId } = await world.thread(alice);
  const { chat } = world.emulator.control;
  const heard: unknown[] = [];
  const watch = createWatch();
  const types = [
    "chatMessageReceived",
    "chatMessageEdited",
    "streamingChatMessageStarted",
    "streamingChatMessageChunkReceived",
  ] as const;
  for (const type of types) {
    alice.client.on(type, ({ message, streamingMetadata }) => {
      heard.push([type, message, streamingMetadata]);
      watch.look();
    });
  }
  await alice.client.startRealtimeNotifications();
  chat.addParticipant(threadId, { user: "28:bot" });
  const { id } = await chat.sendMessage(threadId, {
    from: "28:bot",
    content: "",
    streaming: { streamingMessageType: "start", streamingSequenceNumber: 1 },
  });
  const parts = [
    ["Once", { streamingMessageType: "streaming", streamingSequenceNumber: 2 }],
    ["Once upon", { streamingMessageType: "final", streamEndReason: "completed" }],
  ] as const;
  for (const [content, streaming] of parts) {
    await chat.updateMessage(threadId, id, { content, streaming });
  }
  await watch.until(() => heard.length === 3);
  expect(heard).toEqual([
    [
      "streamingChatMessageStarted",
      "",
      { streamingMessageType: "start", streamingSequenceNumber: 1 },
    ],
    ...parts.map(([content, streaming]) => [
      "streamingChatMessageChunkReceived",
      content,
      streaming,
    ]),
  ]);
});
