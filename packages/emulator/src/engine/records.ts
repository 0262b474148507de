/**
 * What the emulator remembers. Records are plain data and never changed in place: a change puts a
 * new record, so that snapshots, events and open transactions can hold on to old ones.
 * All times are epoch milliseconds; users are named by their raw id (`8:acs:<resource>_<user>`).
 */

/** A user the identity API knows. */
export interface IdentityRecord {
  readonly id: string;
  readonly createdOn: number;
  /** Raised by a revocation: tokens of an earlier generation are no longer valid. */
  readonly tokenGeneration: number;
  /** Name to show in the emulator's own tools; the service knows none. */
  readonly name?: string;
}

/** A chat thread. */
export interface ThreadRecord {
  readonly id: string;
  readonly topic: string;
  readonly createdOn: number;
  readonly createdBy: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Days after creation at which the thread goes; absent = kept. */
  readonly deleteThreadAfterDays?: number;
  /** True if the retention policy was given as `none`, or taken away. */
  readonly retentionNone?: boolean;
  readonly deletedOn?: number;
  readonly lastMessageOn: number;
  readonly lastVersion: number;
  readonly lastSequence: number;
}

/** A user's place in a thread. It stays when the user is removed: old history can still be read. */
export interface ParticipantRecord {
  readonly threadId: string;
  readonly userId: string;
  /** Position in the list of participants. */
  readonly position: number;
  readonly displayName?: string;
  readonly shareHistoryTime: number;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Version of the thread at which the user was removed. */
  readonly removedAtVersion?: number;
}

/** An image or a file attached to a message. */
export interface AttachmentRecord {
  readonly id: string;
  readonly attachmentType: string;
  readonly name?: string;
  /** Where a file is. Images are in the emulator. */
  readonly url?: string;
  readonly previewUrl?: string;
}

/** A participant as a system message tells of it. */
export interface MentionedParticipant {
  readonly userId: string;
  readonly displayName?: string;
  readonly shareHistoryTime?: number;
}

/** What users may send. */
export type UserMessageType = "text" | "html";
/** What a thread tells of itself. */
export type SystemMessageType = "topicUpdated" | "participantAdded" | "participantRemoved";

/** A message, of a user or of the system. */
export interface MessageRecord {
  readonly threadId: string;
  /** Epoch milliseconds of its creation, made unique in the thread; a decimal number on the wire. */
  readonly id: number;
  readonly type: UserMessageType | SystemMessageType;
  readonly sequence: number;
  /** Rises with each change; messages are listed by it, newest first. */
  readonly version: number;
  readonly createdOn: number;
  /** Absent for system messages. */
  readonly senderId?: string;
  readonly senderDisplayName?: string;
  readonly message?: string;
  readonly attachments?: readonly AttachmentRecord[];
  readonly metadata?: Readonly<Record<string, string>>;
  readonly editedOn?: number;
  readonly deletedOn?: number;
  readonly topic?: string;
  readonly participants?: readonly MentionedParticipant[];
  readonly initiatorId?: string;
}

/** The last message a user says to have read. */
export interface ReceiptRecord {
  readonly threadId: string;
  readonly userId: string;
  readonly messageId: number;
  readonly readOn: number;
}

/** An uploaded image (2024-06-05-preview). */
export interface ImageRecord {
  readonly threadId: string;
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly uploadedBy: string;
  readonly bytes: Uint8Array;
}

/** Remembers the thread that a repeatability-request-id made. */
export interface RepeatableRecord {
  readonly userId: string;
  readonly requestId: string;
  readonly threadId: string;
  readonly createdOn: number;
}

/** Everything the emulator remembers, as data: what a snapshot holds. */
export interface StateDump {
  readonly identities: IdentityRecord[];
  readonly threads: ThreadRecord[];
  readonly participants: ParticipantRecord[];
  readonly messages: MessageRecord[];
  readonly receipts: ReceiptRecord[];
  readonly images: (Omit<ImageRecord, "bytes"> & { readonly base64: string })[];
  readonly repeatables: RepeatableRecord[];
}
