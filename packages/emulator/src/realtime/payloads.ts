import type { DomainEvent, StreamingMetadata } from "../engine/events.ts";
import type { MentionedParticipant, MessageRecord, ThreadRecord } from "../engine/records.ts";
import { attachmentToWire } from "../http/wire.ts";
import { formatDateTime } from "../spec/values.ts";

/** The ids of the ten notifications on the wire. */
const EVENT_IDS = {
  chatMessageReceived: 200,
  typingIndicatorReceived: 245,
  readReceiptReceived: 246,
  chatMessageEdited: 247,
  chatMessageDeleted: 248,
  chatThreadCreated: 257,
  chatThreadPropertiesUpdated: 258,
  chatThreadDeleted: 259,
  participantsAdded: 260,
  participantsRemoved: 261,
} as const satisfies Record<DomainEvent["type"], number>;

/** The ids for parts of a streamed message, which the official client supports since `1.6.0-beta.7`. */
const STREAMING_EVENT_IDS: Partial<Record<DomainEvent["type"], number>> = {
  chatMessageReceived: 250,
  chatMessageEdited: 251,
};

const eventIdOf = (event: DomainEvent): number =>
  ("streaming" in event ? STREAMING_EVENT_IDS[event.type] : undefined) ?? EVENT_IDS[event.type];

/** Message types in notifications. REST calls them `text` and `html`. */
const MESSAGE_TYPES: Readonly<Record<string, string>> = { text: "Text", html: "RichText/Html" };

/** Returns the display name of a user in a thread, if there is one. */
export type NameOf = (threadId: string, userId: string) => string | undefined;

/**
 * Creates the notification of an event as JSON, for each of its recipients. The part that all
 * recipients share is serialized once. Returns undefined for events without a notification.
 */
export function notificationOf(
  event: DomainEvent,
  nameOf: NameOf,
): ((recipient: string) => string) | undefined {
  const fields = fieldsOf(event, nameOf);
  if (fields === undefined) return undefined;
  const shared = JSON.stringify({ eventId: eventIdOf(event), ...fields }).slice(0, -1);
  return (recipient) => `${shared},"recipientMri":${JSON.stringify(recipient)}}`;
}

function fieldsOf(event: DomainEvent, nameOf: NameOf): Record<string, unknown> | undefined {
  const { threadId } = event;
  const person = (userId: string, displayName = nameOf(threadId, userId)) =>
    escape(
      JSON.stringify(participant({ userId, ...(displayName !== undefined && { displayName }) })),
    );
  switch (event.type) {
    case "chatMessageReceived":
      return {
        ...messageFields(event.message),
        ...contentFields(event.message),
        ...streamingField(event.streaming),
      };
    case "chatMessageEdited": {
      const edittime = formatDateTime(event.message.editedOn ?? event.message.version);
      return {
        ...messageFields(event.message),
        ...contentFields(event.message),
        ...streamingField(event.streaming),
        edittime,
      };
    }
    case "chatMessageDeleted": {
      const deletetime = formatDateTime(event.message.deletedOn ?? event.message.version);
      return { ...messageFields(event.message), deletetime };
    }
    case "typingIndicatorReceived":
      return {
        groupId: threadId,
        senderId: event.senderId,
        senderDisplayName: event.senderDisplayName,
        version: String(event.version),
        originalArrivalTime: new Date(event.receivedOn).toISOString(),
      };
    case "readReceiptReceived":
      return receiptFields(event);
    case "chatThreadCreated": {
      const { thread } = event;
      const creator = event.participants.find((one) => one.userId === thread.createdBy);
      return {
        threadId,
        version: String(thread.lastVersion),
        createTime: formatDateTime(thread.createdOn),
        createdBy: person(thread.createdBy, creator?.displayName),
        members: escape(JSON.stringify(event.participants.map(participant))),
        properties: properties(thread),
      };
    }
    case "chatThreadPropertiesUpdated":
      return {
        threadId,
        // A change without a new topic posts no message, so the version of the thread is older.
        version: String(Math.max(event.thread.lastVersion, event.updatedOn)),
        editTime: formatDateTime(event.updatedOn),
        editedBy: person(event.updatedBy),
        properties: properties(event.thread),
      };
    case "chatThreadDeleted":
      return {
        threadId,
        version: String(Math.max(event.thread.lastVersion, event.deletedOn)),
        deleteTime: formatDateTime(event.deletedOn),
        ...(event.deletedBy === undefined
          ? { reason: "deletedByPolicy" }
          : { deletedBy: person(event.deletedBy), reason: "deletedByUser" }),
      };
    case "participantsAdded":
    case "participantsRemoved": {
      const added = event.type === "participantsAdded";
      return {
        threadId,
        version: String(event.version),
        time: formatDateTime(event.changedOn),
        [added ? "addedBy" : "removedBy"]: person(event.initiatorId, event.initiatorDisplayName),
        [event.type]: escape(JSON.stringify(event.participants.map(participant))),
      };
    }
  }
}

function messageFields(message: MessageRecord): Record<string, unknown> | undefined {
  return {
    groupId: message.threadId,
    senderId: message.senderId,
    senderDisplayName: message.senderDisplayName ?? "",
    messageId: String(message.id),
    clientMessageId: String(message.id),
    version: String(message.version),
    originalArrivalTime: formatDateTime(message.createdOn),
    messageType: MESSAGE_TYPES[message.type] ?? message.type,
  };
}

function contentFields(message: MessageRecord): Record<string, unknown> {
  const { attachments, metadata, threadId } = message;
  return {
    messageBody: message.message ?? "",
    acsChatMessageMetadata: JSON.stringify(metadata ?? {}),
    ...(attachments && {
      attachments: JSON.stringify(attachments.map((one) => attachmentToWire(one, threadId, ""))),
    }),
  };
}

function streamingField(streaming: StreamingMetadata | undefined): Record<string, unknown> {
  if (streaming === undefined) return {};
  const { streamingMessageType, streamingSequenceNumber, streamEndReason } = streaming;
  return {
    streaming: JSON.stringify({
      contentType: streamingMessageType,
      sequenceNumber: streamingSequenceNumber,
      streamEndReason,
    }),
  };
}

function receiptFields(
  event: Extract<DomainEvent, { type: "readReceiptReceived" }>,
): Record<string, unknown> {
  const { senderId, messageId, readOn } = event;
  return {
    groupId: event.threadId,
    senderId,
    messageId: String(messageId),
    clientMessageId: "",
    messageBody: JSON.stringify({
      user: senderId,
      consumptionhorizon: `${messageId};${readOn};${messageId}`,
      messageVisibilityTime: readOn,
      version: String(readOn),
    }),
  };
}

function participant(
  one: MentionedParticipant & { readonly metadata?: Readonly<Record<string, string>> },
): Record<string, unknown> {
  return {
    participantId: one.userId,
    displayName: one.displayName ?? "",
    ...(one.shareHistoryTime !== undefined && {
      shareHistoryTime: formatDateTime(one.shareHistoryTime),
    }),
    ...(one.metadata && { memberMetaData: JSON.stringify(one.metadata) }),
  };
}

function properties(thread: ThreadRecord): string {
  const { topic, metadata, deleteThreadAfterDays: days } = thread;
  return escape(
    JSON.stringify({
      topic,
      ...(metadata && { acsChatThreadMetadata: JSON.stringify(metadata) }),
      ...(days !== undefined && {
        retentionPolicy: JSON.stringify({
          retentionPolicyType: "DeleteAfterCreationTime",
          executeAfter: `${days}.00:00:00`,
        }),
      }),
    }),
  );
}
