import type { ChatEvents } from "@acs-chat/client";
import { rawIdOf } from "../identity.ts";
import type { MessagesModel } from "../messages/face.ts";
import { fromEvent, type Place, source } from "../messages/model.ts";
import type { StoreThreadProperties } from "./face.ts";
import { withAdded, withoutRemoved } from "./participants.ts";
import type { ThreadReading } from "./reading.ts";
import { toReceipt } from "./receipts.ts";
import type { ThreadSlices } from "./slices.ts";
import type { Typing } from "./typing.ts";

export type EventHandlers = { readonly [K in keyof ChatEvents]: (event: ChatEvents[K]) => void };

/** Returns the handlers of a thread's events. */
export function createEventHandlers(
  place: Place,
  slices: ThreadSlices,
  messages: MessagesModel,
  typing: Typing,
  reading: ThreadReading,
): EventHandlers {
  const { userId } = place;
  const setSome = (properties: Partial<StoreThreadProperties>): void =>
    slices.setProperties({ ...slices.properties.getSnapshot(), ...properties });
  const receiveMessage = (event: Parameters<typeof fromEvent>[0]): void =>
    messages.receive([{ message: fromEvent(event, place), source: source.event }]);
  return {
    chatMessageReceived(event) {
      typing.stopped(rawIdOf(event.sender));
      receiveMessage(event);
    },
    chatMessageEdited: receiveMessage,
    chatMessageDeleted: receiveMessage,
    streamingChatMessageStarted: receiveMessage,
    streamingChatMessageChunkReceived: receiveMessage,
    typingIndicatorReceived({ sender, senderDisplayName }) {
      const typistId = rawIdOf(sender);
      if (typistId === userId) return;
      typing.started({ typist: sender, typistId, displayName: senderDisplayName });
    },
    readReceiptReceived: (event) => slices.noteReceipts([toReceipt(event)]),
    chatThreadCreated(event) {
      slices.setState({ membership: "member" });
      setSome({ ...event.properties, createdOn: event.createdOn });
      slices.setParticipants(event.participants);
      reading.properties.again();
      reading.participants.again();
      slices.countUnread();
      reading.systemMessages();
    },
    chatThreadPropertiesUpdated({ properties: updated, retentionPolicy }) {
      reading.properties.again();
      setSome({ ...updated, retentionPolicy });
      reading.systemMessages();
    },
    chatThreadDeleted({ deletedOn }) {
      setSome({ deletedOn });
      slices.setState({ membership: "deleted" });
    },
    participantsAdded({ participantsAdded }) {
      reading.participants.again();
      slices.setParticipants(withAdded(slices.participants.getSnapshot(), participantsAdded));
      if (participantsAdded.some(({ id: who }) => rawIdOf(who) === userId)) {
        slices.setState({ membership: "member" });
      }
      reading.systemMessages();
    },
    participantsRemoved({ participantsRemoved }) {
      reading.participants.again();
      slices.setParticipants(
        withoutRemoved(slices.participants.getSnapshot(), participantsRemoved),
      );
      for (const { id: who } of participantsRemoved) typing.stopped(rawIdOf(who));
      if (participantsRemoved.some(({ id: who }) => rawIdOf(who) === userId)) {
        slices.setState({ membership: "left" });
      } else reading.systemMessages();
    },
  };
}
