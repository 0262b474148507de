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

/** The parts of a thread that its events change. */
export interface EventTarget {
  readonly place: Place;
  readonly slices: ThreadSlices;
  readonly messages: MessagesModel;
  readonly typing: Typing;
  readonly reading: ThreadReading;
}

type Handler<K extends keyof ChatEvents> = (thread: EventTarget, event: ChatEvents[K]) => void;

/** Applies the events of a thread, by name. */
export const eventHandlers: { readonly [K in keyof ChatEvents]: Handler<K> } = {
  chatMessageReceived(thread, event) {
    thread.typing.stopped(rawIdOf(event.sender));
    receiveMessage(thread, event);
  },
  chatMessageEdited: receiveMessage,
  chatMessageDeleted: receiveMessage,
  streamingChatMessageStarted: receiveMessage,
  streamingChatMessageChunkReceived: receiveMessage,
  typingIndicatorReceived({ typing, place }, { sender, senderDisplayName }) {
    const typistId = rawIdOf(sender);
    if (typistId === place.userId) return;
    typing.started({ typist: sender, typistId, displayName: senderDisplayName });
  },
  readReceiptReceived: ({ slices }, event) => slices.noteReceipts([toReceipt(event)]),
  chatThreadCreated({ slices, reading }, event) {
    slices.setState({ membership: "member" });
    setSome(slices, { ...event.properties, createdOn: event.createdOn });
    slices.setParticipants(event.participants);
    reading.properties.again();
    reading.participants.again();
    slices.countUnread();
    reading.systemMessages();
  },
  chatThreadPropertiesUpdated({ slices, reading }, { properties, retentionPolicy }) {
    reading.properties.again();
    setSome(slices, { ...properties, retentionPolicy });
    reading.systemMessages();
  },
  chatThreadDeleted({ slices }, { deletedOn }) {
    setSome(slices, { deletedOn });
    slices.setState({ membership: "deleted" });
  },
  participantsAdded({ slices, reading, place }, { participantsAdded }) {
    reading.participants.again();
    slices.setParticipants(withAdded(slices.participants.getSnapshot(), participantsAdded));
    if (participantsAdded.some(({ id }) => rawIdOf(id) === place.userId)) {
      slices.setState({ membership: "member" });
    }
    reading.systemMessages();
  },
  participantsRemoved({ slices, reading, typing, place }, { participantsRemoved }) {
    reading.participants.again();
    slices.setParticipants(withoutRemoved(slices.participants.getSnapshot(), participantsRemoved));
    for (const { id } of participantsRemoved) typing.stopped(rawIdOf(id));
    if (participantsRemoved.some(({ id }) => rawIdOf(id) === place.userId)) {
      slices.setState({ membership: "left" });
    } else reading.systemMessages();
  },
};

function receiveMessage(
  { messages, place }: EventTarget,
  event: Parameters<typeof fromEvent>[0],
): void {
  messages.receive([{ message: fromEvent(event, place), source: source.event }]);
}

function setSome(slices: ThreadSlices, properties: Partial<StoreThreadProperties>): void {
  slices.setProperties({ ...slices.properties.getSnapshot(), ...properties });
}
