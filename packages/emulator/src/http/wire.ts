import { toIdentifier } from "../engine/identifiers.ts";
import type { InvalidParticipant } from "../engine/participants.ts";
import type {
  AttachmentRecord,
  MentionedParticipant,
  MessageRecord,
  ParticipantRecord,
  ReceiptRecord,
  ThreadRecord,
} from "../engine/records.ts";
import {
  ATTACHMENTS_ALWAYS_FROM,
  NO_EMPTY_DISPLAY_NAME_FROM,
  RETENTION_ALWAYS_FROM,
} from "../engine/recorded.ts";
import { ATTACHMENTS_VISIBLE_FROM } from "../engine/unverified.ts";
import { formatDateTime } from "../spec/values.ts";

/**
 * Converts records to their newest shape on the wire. Properties that the requested API version does
 * not have are removed later, by its schema.
 */

/** How a message was requested. */
export interface Asked {
  /** The origin that the caller used: `http://127.0.0.1:8940`. */
  readonly origin: string;
  readonly apiVersion: string;
}

/** Encodes a thread id for a path as the service does: the colon is encoded, the `@` is not. */
export function encodeId(id: string): string {
  return encodeURIComponent(id).replaceAll("%40", "@");
}

/** Encodes a thread id for a next link: only characters that paths cannot contain. */
export const linkId = (id: string): string => encodeId(id).replaceAll("%3A", ":");

/** Converts a thread's properties. */
export function threadToWire(thread: ThreadRecord, apiVersion: string): object {
  const none = thread.retentionNone === true || apiVersion >= RETENTION_ALWAYS_FROM;
  return {
    id: thread.id,
    topic: thread.topic,
    createdOn: formatDateTime(thread.createdOn),
    createdByCommunicationIdentifier: toIdentifier(thread.createdBy),
    ...(thread.deletedOn !== undefined && { deletedOn: formatDateTime(thread.deletedOn) }),
    ...(thread.metadata && { metadata: thread.metadata }),
    ...(thread.deleteThreadAfterDays === undefined
      ? none && { retentionPolicy: { kind: "none" } }
      : {
          retentionPolicy: {
            kind: "threadCreationDate",
            deleteThreadAfterDays: thread.deleteThreadAfterDays,
          },
        }),
    // Only one preview has this property, and returns it for every thread.
    messagingPolicy: { textOnlyChat: false },
  };
}

/** Converts a thread of a list. */
export function threadItemToWire(thread: ThreadRecord): object {
  return {
    id: thread.id,
    topic: thread.topic,
    ...(thread.deletedOn !== undefined && { deletedOn: formatDateTime(thread.deletedOn) }),
    lastMessageReceivedOn: formatDateTime(thread.lastMessageOn),
  };
}

/** Converts a participant. */
export function participantToWire(
  participant: MentionedParticipant & Partial<Pick<ParticipantRecord, "metadata">>,
): object {
  return {
    communicationIdentifier: toIdentifier(participant.userId),
    ...(participant.displayName !== undefined && { displayName: participant.displayName }),
    ...(participant.shareHistoryTime !== undefined && {
      shareHistoryTime: formatDateTime(participant.shareHistoryTime),
    }),
    ...(participant.metadata && { metadata: participant.metadata }),
  };
}

/** Converts a message. */
export function messageToWire(message: MessageRecord, { origin, apiVersion }: Asked): object {
  const { senderDisplayName = "" } = message;
  const named = senderDisplayName !== "" || apiVersion < NO_EMPTY_DISPLAY_NAME_FROM;
  return {
    id: String(message.id),
    type: message.type,
    sequenceId: String(message.sequence),
    version: String(message.version),
    content: contentToWire(message, origin, apiVersion),
    ...(message.senderId !== undefined && named && { senderDisplayName }),
    createdOn: formatDateTime(message.createdOn),
    ...(message.senderId !== undefined && {
      senderCommunicationIdentifier: toIdentifier(message.senderId),
    }),
    ...(message.deletedOn !== undefined && { deletedOn: formatDateTime(message.deletedOn) }),
    ...(message.editedOn !== undefined && { editedOn: formatDateTime(message.editedOn) }),
    ...(message.metadata && { metadata: message.metadata }),
  };
}

function contentToWire(message: MessageRecord, origin: string, apiVersion: string): object {
  const { threadId, senderId, attachments = [] } = message;
  const always = senderId !== undefined && apiVersion >= ATTACHMENTS_ALWAYS_FROM;
  const visible = attachments.length > 0 && apiVersion >= ATTACHMENTS_VISIBLE_FROM;
  return {
    ...(message.message !== undefined && { message: message.message }),
    ...(message.topic !== undefined && { topic: message.topic }),
    ...(message.participants && { participants: message.participants.map(participantToWire) }),
    ...((always || visible) && {
      attachments: attachments.map((one) => attachmentToWire(one, threadId, origin)),
    }),
    ...(message.initiatorId !== undefined && {
      initiatorCommunicationIdentifier: toIdentifier(message.initiatorId),
    }),
  };
}

/** The only API version with operations on images. */
const IMAGES_VERSION = "2024-06-05-preview";

/** Converts an attachment. Without an origin its links are relative. */
export function attachmentToWire(one: AttachmentRecord, threadId: string, origin: string): object {
  const { url, previewUrl } = one;
  const image = `${origin}/chat/threads/${encodeId(threadId)}/images/${encodeId(one.id)}/view`;
  return {
    id: one.id,
    attachmentType: one.attachmentType,
    ...(one.name !== undefined && { name: one.name }),
    ...(url === undefined
      ? {
          url: `${image}/original?api-version=${IMAGES_VERSION}`,
          previewUrl: `${image}/small?api-version=${IMAGES_VERSION}`,
        }
      : { url, ...(previewUrl !== undefined && { previewUrl }) }),
  };
}

/** Converts a read receipt. */
export function receiptToWire(receipt: ReceiptRecord): object {
  return {
    senderCommunicationIdentifier: toIdentifier(receipt.userId),
    chatMessageId: String(receipt.messageId),
    readOn: formatDateTime(receipt.readOn),
  };
}

/** Converts the participants who could not be added. Returns an empty object if there are none. */
export function invalidToWire(invalid: readonly InvalidParticipant[]): object {
  return invalid.length === 0 ? {} : { invalidParticipants: invalid };
}
