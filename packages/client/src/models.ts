import type {
  CommunicationIdentifier,
  CommunicationIdentifierKind,
} from "@azure/communication-common";

/**
 * What kind of message it is. Users send `text` (the default) and `html`; the service itself writes
 * `topicUpdated`, `participantAdded` and `participantRemoved`. A kind that a later version of the service
 * adds arrives as it is: do not rely on an exhaustive `switch`.
 */
export type ChatMessageType =
  | "text"
  | "html"
  | "topicUpdated"
  | "participantAdded"
  | "participantRemoved";

/** What an attachment is. A later kind arrives as it is, as with {@link ChatMessageType}. */
export type ChatAttachmentType = "image" | "file" | "unknown";

/** Deletes the thread some days after it was created. */
export interface ThreadCreationDateRetentionPolicy {
  kind: "threadCreationDate";
  /** Days from creation to deletion: 30 to 90. */
  deleteThreadAfterDays: number;
}

/** Keeps the thread until somebody deletes it. */
export interface NoneRetentionPolicy {
  kind: "none";
}

/** When the service deletes a thread by itself. A later kind arrives as it is. */
export type ChatRetentionPolicy = ThreadCreationDateRetentionPolicy | NoneRetentionPolicy;

/** What may be sent in a thread (`2024-06-05-preview` only). */
export interface MessagingPolicy {
  /** Whether only text may be sent. */
  textOnlyChat?: boolean;
}

/** A thread, in full. */
export interface ChatThreadProperties {
  /** The thread's id. */
  id: string;
  /** What the thread is about. */
  topic: string;
  /** When it was created. */
  createdOn: Date;
  /** Who created it. */
  readonly createdBy?: CommunicationIdentifierKind;
  /** When it was deleted, if it was. */
  deletedOn?: Date;
  /** Names and values of the application's own, 1 KB in all. Since `2025-03-15`, and in `2024-06-05-preview`. */
  metadata?: Record<string, string>;
  /** When the service deletes the thread by itself. Since `2025-03-15`, and in `2024-06-05-preview`. */
  retentionPolicy?: ChatRetentionPolicy;
  /** What may be sent in it (`2024-06-05-preview` only). */
  messagingPolicy?: MessagingPolicy;
}

/** A thread, as a list of threads shows it. */
export interface ChatThreadItem {
  /** The thread's id. */
  id: string;
  /** What the thread is about. */
  topic: string;
  /** When it was deleted, if it was. */
  deletedOn?: Date;
  /** When its last message arrived. */
  readonly lastMessageReceivedOn?: Date;
}

/** Somebody in a thread. */
export interface ChatParticipant {
  /** Who. */
  id: CommunicationIdentifier;
  /** The name the others see. */
  displayName?: string;
  /** From when on the newcomer may read: the epoch (`new Date(0)`) means everything. */
  shareHistoryTime?: Date;
  /** Names and values of the application's own, 1 KB in all. Since `2025-03-15`, and in `2024-06-05-preview`. */
  metadata?: Record<string, string>;
}

/** A file or an image that hangs on a message. */
export interface ChatAttachment {
  /** The attachment's id. */
  id: string;
  /** What it is. */
  attachmentType: ChatAttachmentType;
  /** The file's name. */
  name?: string;
  /** Where the attachment can be fetched. */
  url?: string;
  /** Where a small picture of it can be fetched. */
  previewUrl?: string;
}

/** What a message says; which fields are there depends on its type. */
export interface ChatMessageContent {
  /** The text of a `text` or `html` message; empty once the message is deleted. */
  message?: string;
  /** The new topic, in `topicUpdated`. */
  topic?: string;
  /** Who came or went, in `participantAdded` and `participantRemoved`. */
  participants?: ChatParticipant[];
  /** Who did it, in messages that the service wrote. */
  initiator?: CommunicationIdentifierKind;
  /** What hangs on the message. */
  attachments?: ChatAttachment[];
}

/** How a policy of the resource judged a message. */
export type PolicyViolationMessageResult = "contentBlocked" | "warning";

/** Set when a message was found against a policy (`2024-06-05-preview` only). */
export interface PolicyViolation {
  /** What was done about it. */
  result: PolicyViolationMessageResult;
}

/** A message. */
export interface ChatMessage {
  /** The message's id, given by the service. */
  id: string;
  /** What kind of message it is. */
  type: ChatMessageType;
  /** Its place in the thread: a number as a string; an edit gives it a new one. */
  sequenceId: string;
  /** Changes with every edit; lists are ordered by it, newest first. */
  version: string;
  /** What it says. */
  content?: ChatMessageContent;
  /** The sender's name as given when sending. */
  senderDisplayName?: string;
  /** When the service got it. */
  createdOn: Date;
  /** Who sent it; absent in messages that the service wrote. */
  sender?: CommunicationIdentifierKind;
  /** When it was deleted, if it was. */
  deletedOn?: Date;
  /** When it was last edited, if it was. */
  editedOn?: Date;
  /** Names and values of the application's own. Since `2021-09-07`. */
  metadata?: Record<string, string>;
  /** Set when the message was found against a policy (`2024-06-05-preview` only). */
  policyViolation?: PolicyViolation;
}

/** How far somebody has read. */
export interface ChatMessageReadReceipt {
  /** Who read. */
  sender: CommunicationIdentifierKind;
  /** The last message read. */
  chatMessageId: string;
  /** When. */
  readOn: Date;
}

/** An error as the service tells it. */
export interface ChatError {
  /** What happened, in a word. */
  code: string;
  /** What happened, in a sentence. */
  message: string;
  /** What it is about, such as a participant's id. */
  readonly target?: string;
  /** Errors that led to this one. */
  readonly details?: ChatError[];
  /** A more specific error within this one. */
  readonly innerError?: ChatError;
}

/** What creating a thread gave. */
export interface CreateChatThreadResult {
  /** The new thread. */
  chatThread?: ChatThreadProperties;
  /** Those who could not be added, and why; absent when everybody was. */
  readonly invalidParticipants?: ChatError[];
}

/** What adding participants gave. */
export interface AddChatParticipantsResult {
  /** Those who could not be added, and why; absent when everybody was. */
  readonly invalidParticipants?: ChatError[];
}

/** What sending a message gave. */
export interface SendChatMessageResult {
  /** The new message's id. */
  id: string;
}

/** What uploading an image gave (`2024-06-05-preview` only). */
export interface UploadChatImageResult {
  /** The image's id. */
  id: string;
  /** What it is: `image`. */
  attachmentType?: ChatAttachmentType;
  /** The file's name. */
  name?: string;
}

/** Which of an image's sizes. */
export type ChatImageViewType = "original" | "small";

/** An image of a thread, as it came (`2024-06-05-preview` only). */
export interface ChatImage {
  /** The image itself. */
  content: Uint8Array;
  /** Its media type, such as `image/png`, when the service says. */
  contentType?: string;
}

/**
 * The file of an attachment, as its response arrives. Read it once, in one of the three ways; a stream that is not
 * read must be cancelled.
 */
export interface ChatAttachmentDownload {
  /** The media type that the service names, such as `image/png`. */
  contentType?: string;
  /** Waits for the whole file. The Blob has the media type; `URL.createObjectURL` makes it an image's `src`. */
  blob(): Promise<Blob>;
  /** Waits for the whole file. */
  bytes(): Promise<Uint8Array>;
  /** Returns the file as a stream. Throws a TypeError on platforms without streams, such as React Native. */
  stream(): ReadableStream<Uint8Array>;
}

/** Where `byPage` goes on. */
export interface ListPageSettings {
  /** The `continuationToken` of the page before. */
  continuationToken?: string;
}
