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
 * Records in the newest wire shape. What the asked api-version does not know is taken out
 * afterwards, by its own schema.
 */

/** How a message is asked for. */
export interface Asked {
  /** Where the caller reached the emulator: `http://127.0.0.1:8940`. */
  readonly origin: string;
  readonly apiVersion: string;
}

/** A thread id in a path: the colon encoded, the `@` not, as the service writes it. */
export function encodeId(id: string): string {
  return encodeURIComponent(id).replaceAll("%40", "@");
}

/** A thread id in a next link: raw but for what no path can have. */
export const linkId = (id: string): string => encodeId(id).replaceAll("%3A", ":");

/** A thread's properties. */
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
    // Known to one preview alone, which shows it in every thread.
    messagingPolicy: { textOnlyChat: false },
  };
}

/** A thread in the list of threads. */
export function threadItemToWire(thread: ThreadRecord): object {
  return {
    id: thread.id,
    topic: thread.topic,
    ...(thread.deletedOn !== undefined && { deletedOn: formatDateTime(thread.deletedOn) }),
    lastMessageReceivedOn: formatDateTime(thread.lastMessageOn),
  };
}

/** A participant. */
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

/** A message. */
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

/** The only api-version whose image operations the links can name. */
const IMAGES_VERSION = "2024-06-05-preview";

/** An attachment; without an origin its links are relative. */
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

/** A read receipt. */
export function receiptToWire(receipt: ReceiptRecord): object {
  return {
    senderCommunicationIdentifier: toIdentifier(receipt.userId),
    chatMessageId: String(receipt.messageId),
    readOn: formatDateTime(receipt.readOn),
  };
}

/** Who could not be added; no key at all if everyone could. */
export function invalidToWire(invalid: readonly InvalidParticipant[]): object {
  return invalid.length === 0 ? {} : { invalidParticipants: invalid };
}
