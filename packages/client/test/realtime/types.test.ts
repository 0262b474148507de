/**
 * Compares the types of real time with those of the official package: a listener for the official client's
 * events must be a listener for ours. The compiler runs the test.
 */
import type * as official from "@azure/communication-chat";
import type * as beta from "communication-chat-1-6-0-beta-7";
import { expect, test } from "vitest";
import { ChatClient } from "../../src/index.ts";
import type * as ours from "../../src/index.ts";

type Assignable<From extends To, To> = From;

export type Events = [
  Assignable<ours.ChatMessageReceivedEvent, official.ChatMessageReceivedEvent>,
  Assignable<ours.ChatMessageEditedEvent, official.ChatMessageEditedEvent>,
  Assignable<ours.ChatMessageDeletedEvent, official.ChatMessageDeletedEvent>,
  Assignable<ours.TypingIndicatorReceivedEvent, official.TypingIndicatorReceivedEvent>,
  Assignable<ours.ReadReceiptReceivedEvent, official.ReadReceiptReceivedEvent>,
  Assignable<ours.ChatThreadCreatedEvent, official.ChatThreadCreatedEvent>,
  Assignable<ours.ChatThreadDeletedEvent, official.ChatThreadDeletedEvent>,
  Assignable<ours.ChatThreadPropertiesUpdatedEvent, official.ChatThreadPropertiesUpdatedEvent>,
  Assignable<ours.ParticipantsAddedEvent, official.ParticipantsAddedEvent>,
  Assignable<ours.ParticipantsRemovedEvent, official.ParticipantsRemovedEvent>,
  Assignable<official.ChatEventId, ours.ChatEventId>,
  Assignable<Exclude<ours.ChatEventId, keyof StreamingEvents>, official.ChatEventId>,
];

/** The events that only the preview of the official package has. */
export interface StreamingEvents {
  streamingChatMessageStarted: beta.StreamingChatMessageStartEvent;
  streamingChatMessageChunkReceived: beta.StreamingChatMessageChunkReceivedEvent;
}

export type PreviewEvents = [
  Assignable<beta.ChatEventId, ours.ChatEventId>,
  Assignable<ours.ChatEvents, StreamingEvents>,
  Assignable<ours.ChatMessageReceivedEvent, beta.ChatMessageReceivedEvent>,
  Assignable<ours.ChatMessageEditedEvent, beta.ChatMessageEditedEvent>,
  Assignable<ours.StreamingChatMessageStartEvent, beta.StreamingChatMessageStartEvent>,
  Assignable<
    ours.StreamingChatMessageChunkReceivedEvent,
    beta.StreamingChatMessageChunkReceivedEvent
  >,
  Assignable<beta.StreamingMessageMetadata, ours.StreamingMessageMetadata>,
  Assignable<ours.StreamingMessageMetadata, beta.StreamingMessageMetadata>,
  Assignable<beta.StreamingMessageType, ours.StreamingMessageType>,
  Assignable<beta.StreamEndReason, ours.StreamEndReason>,
];

const heard = <T>(event: T): T => event;
const nothingHeard = (): void => {};

/** Calls every overload of the official client's `on` and `off` on our client. */
export function listenToAll(client: Pick<ours.ChatClient, "on" | "off">): void {
  client.on("chatMessageReceived", heard<official.ChatMessageReceivedEvent>);
  client.off("chatMessageReceived", heard<official.ChatMessageReceivedEvent>);
  client.on("chatMessageEdited", heard<official.ChatMessageEditedEvent>);
  client.on("chatMessageDeleted", heard<official.ChatMessageDeletedEvent>);
  client.on("typingIndicatorReceived", heard<official.TypingIndicatorReceivedEvent>);
  client.on("readReceiptReceived", heard<official.ReadReceiptReceivedEvent>);
  client.on("chatThreadCreated", heard<official.ChatThreadCreatedEvent>);
  client.on("chatThreadDeleted", heard<official.ChatThreadDeletedEvent>);
  client.on("chatThreadPropertiesUpdated", heard<official.ChatThreadPropertiesUpdatedEvent>);
  client.on("participantsAdded", heard<official.ParticipantsAddedEvent>);
  client.on("participantsRemoved", heard<official.ParticipantsRemovedEvent>);
  client.on("streamingChatMessageStarted", heard<beta.StreamingChatMessageStartEvent>);
  client.on(
    "streamingChatMessageChunkReceived",
    heard<beta.StreamingChatMessageChunkReceivedEvent>,
  );
  client.on("realTimeNotificationConnected", nothingHeard);
  client.on("realTimeNotificationDisconnected", nothingHeard);
  // @ts-expect-error -- no such event
  client.on("chatMessageRecieved", nothingHeard);
  // @ts-expect-error -- another event's fields
  client.on("chatMessageDeleted", heard<official.ChatMessageEditedEvent>);
}

test("accepts listeners before the start", () => {
  const client = new ChatClient("https://chat.test", {
    getToken: async () => ({ token: "t", expiresOnTimestamp: 0 }),
    dispose() {},
  });
  listenToAll(client);
  expect(client.state).toBe("stopped");
});
