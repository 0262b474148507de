/**
 * Holds the types of real time against the official package's: what listens to the official client's
 * events listens to ours. The compiler is what tests here.
 */
import type * as official from "@azure/communication-chat";
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
  Assignable<ours.ChatEventId, official.ChatEventId>,
];

const heard = <T>(event: T): T => event;
const nothingHeard = (): void => {};

/** Written for the official client: every overload of its `on` and `off`. */
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
  client.on("realTimeNotificationConnected", nothingHeard);
  client.on("realTimeNotificationDisconnected", nothingHeard);
  // @ts-expect-error -- no such event
  client.on("chatMessageRecieved", nothingHeard);
  // @ts-expect-error -- another event's fields
  client.on("chatMessageDeleted", heard<official.ChatMessageEditedEvent>);
}

test("a client can be listened to before it is started", () => {
  const client = new ChatClient("https://chat.test", {
    getToken: async () => ({ token: "t", expiresOnTimestamp: 0 }),
    dispose() {},
  });
  listenToAll(client);
  expect(client.state).toBe("stopped");
});
