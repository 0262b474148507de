import type {
  CommunicationIdentifier,
  CommunicationIdentifierKind,
} from "@azure/communication-common";

// Why a closed union: docs/decisions/0014-enumerations-are-open.md
/**
 * The type of a message. Users send `text` (the default) and `html`; the service writes `topicUpdated`,
 * `participantAdded` and `participantRemoved`. A later API version can add types, which arrive unchanged, so give
 * every `switch` a default.
 */
export type ChatMessageType =
  | "text"
  | "html"
  | "topicUpdated"
  | "participantAdded"
  | "participantRemoved";

/** The type of an attachment. A later API version can add types, which arrive unchanged. */
export type ChatAttachmentType = "image" | "file" | "unknown";

/** Deletes the thread a number of days after its creation. */
export interface ThreadCreationDateRetentionPolicy {
  kind: "threadCreationDate";
  /** The days from creation to deletion, 30 to 90. */
  deleteThreadAfterDays: number;
}

/** Keeps the thread until somebody deletes it. */
export interface NoneRetentionPolicy {
  kind: "none";
}

/** When the service deletes a thread automatically. A later API version can add kinds, which arrive unchanged. */
export type ChatRetentionPolicy = ThreadCreationDateRetentionPolicy | NoneRetentionPolicy;

/** Restricts what participants can send to a thread (`2024-06-05-preview` only). */
export interface MessagingPolicy {
  /** Whether participants can send only text. */
  textOnlyChat?: boolean;
}

/** The properties of a thread. */
export interface ChatThreadProperties {
  /** The thread's id. */
  id: string;
  /** The thread's topic. */
  topic: string;
  /** When the thread was created. */
  createdOn: Date;
  /** The user who created the thread. */
  readonly createdBy?: CommunicationIdentifierKind;
  /** When the thread was deleted; absent if it was not. */
  deletedOn?: Date;
  /** The application's own metadata, at most 1 KB in total. Since `2025-03-15`, and in `2024-06-05-preview`. */
  metadata?: Record<string, string>;
  /** When the service deletes the thread automatically. Since `2025-03-15`, and in `2024-06-05-preview`. */
  retentionPolicy?: ChatRetentionPolicy;
  /** Restricts what participants can send (`2024-06-05-preview` only). */
  messagingPolicy?: MessagingPolicy;
}

/** A thread in the list of a user's threads. */
export interface ChatThreadItem {
  /** The thread's id. */
  id: string;
  /** The thread's topic. */
  topic: string;
  /** When the thread was deleted; absent if it was not. */
  deletedOn?: Date;
  /** When the service received the thread's last message. */
  readonly lastMessageReceivedOn?: Date;
}

/** A participant of a thread. */
export interface ChatParticipant {
  /** The participant's identifier. */
  id: CommunicationIdentifier;
  /** The name that other participants see. */
  displayName?: string;
  /** The time from which the participant can read messages. `new Date(0)` shares the whole history. */
  shareHistoryTime?: Date;
  /** The application's own metadata, at most 1 KB in total. Since `2025-03-15`, and in `2024-06-05-preview`. */
  metadata?: Record<string, string>;
}

/** A file or an image attached to a message. */
export interface ChatAttachment {
  /** The attachment's id. */
  id: string;
  /** The attachment's type. */
  attachmentType: ChatAttachmentType;
  /** The file's name. */
  name?: string;
  /** The URL of the file. Requests to it need the user's token: see `ChatThreadClient.downloadAttachment`. */
  url?: string;
  /** The URL of a preview image, which needs the token as well. */
  previewUrl?: string;
}

/** The content of a message. Which properties are present depends on the message's type. */
export interface ChatMessageContent {
  /** The text of a `text` or `html` message; an empty string after the message was deleted. */
  message?: string;
  /** The new topic, in messages of type `topicUpdated`. */
  topic?: string;
  /** The participants who were added or removed, in messages of type `participantAdded` and `participantRemoved`. */
  participants?: ChatParticipant[];
  /** The user who caused the message, in messages that the service wrote. */
  initiator?: CommunicationIdentifierKind;
  /** The message's attachments. */
  attachments?: ChatAttachment[];
}

/** The effect of a policy violation: the content was blocked, or the sender was warned. */
export type PolicyViolationMessageResult = "contentBlocked" | "warning";

/** The violation of a policy, such as data loss prevention, by a message (`2024-06-05-preview` only). */
export interface PolicyViolation {
  /** The effect of the violation. */
  result: PolicyViolationMessageResult;
}

/** A message of a thread. */
export interface ChatMessage {
  /** The message's id, assigned by the service. */
  id: string;
  /** The message's type. */
  type: ChatMessageType;
  /** The message's position in the thread, a number as a string. An edit changes it. */
  sequenceId: string;
  /** The message's version, a number as a string. Every edit changes it, and lists are ordered by it, newest first. */
  version: string;
  /** The message's content. */
  content?: ChatMessageContent;
  /** The sender's display name, as the sender specified it. */
  senderDisplayName?: string;
  /** When the service received the message. */
  createdOn: Date;
  /** The sender; absent in messages that the service wrote. */
  sender?: CommunicationIdentifierKind;
  /** When the message was deleted; absent if it was not. */
  deletedOn?: Date;
  /** When the message was last edited; absent if it never was. */
  editedOn?: Date;
  /** The application's own metadata. Since `2021-09-07`. */
  metadata?: Record<string, string>;
  /** Present if the message violates a policy (`2024-06-05-preview` only). */
  policyViolation?: PolicyViolation;
}

/** The last message that a participant has read. */
export interface ChatMessageReadReceipt {
  /** The participant who read the message. */
  sender: CommunicationIdentifierKind;
  /** The id of the last message that the participant has read. */
  chatMessageId: string;
  /** When the participant read the message. */
  readOn: Date;
}

/** An error that the service reports. */
export interface ChatError {
  /** The error code. */
  code: string;
  /** A description of the error. */
  message: string;
  /** What the error refers to, such as a participant's id. */
  readonly target?: string;
  /** The errors that caused this error. */
  readonly details?: ChatError[];
  /** A more specific error. */
  readonly innerError?: ChatError;
}

/** The result of creating a thread. */
export interface CreateChatThreadResult {
  /** The new thread. */
  chatThread?: ChatThreadProperties;
  /** The participants who could not be added, with the reasons; absent if all were added. */
  readonly invalidParticipants?: ChatError[];
}

/** The result of adding participants. */
export interface AddChatParticipantsResult {
  /** The participants who could not be added, with the reasons; absent if all were added. */
  readonly invalidParticipants?: ChatError[];
}

/** The result of sending a message. */
export interface SendChatMessageResult {
  /** The new message's id. */
  id: string;
}

/** The result of uploading an image (`2024-06-05-preview` only). */
export interface UploadChatImageResult {
  /** The image's id. */
  id: string;
  /** The attachment's type: `image`. */
  attachmentType?: ChatAttachmentType;
  /** The file's name. */
  name?: string;
}

/** The size of an image: as uploaded, or reduced. */
export type ChatImageViewType = "original" | "small";

/** An image of a thread (`2024-06-05-preview` only). */
export interface ChatImage {
  /** The bytes of the image. */
  content: Uint8Array;
  /** The image's media type, such as `image/png`; absent if the service does not name it. */
  contentType?: string;
}

/**
 * The file of an attachment. The response has begun, and its body is read by one call of one of the three methods.
 * Cancel a stream that you do not read to its end.
 */
export interface ChatAttachmentDownload {
  /** The file's media type, such as `image/png`; absent if the service does not name it. */
  contentType?: string;
  /**
   * Reads the whole file. The Blob has the file's media type. `URL.createObjectURL` turns it into the `src` of an
   * image.
   */
  blob(): Promise<Blob>;
  /** Reads the whole file. */
  bytes(): Promise<Uint8Array>;
  /** Returns the file as a stream. Throws a TypeError on platforms without streams, such as React Native. */
  stream(): ReadableStream<Uint8Array>;
}

/** The page at which `byPage` starts. */
export interface ListPageSettings {
  /** The `continuationToken` of the previous page. */
  continuationToken?: string;
}
