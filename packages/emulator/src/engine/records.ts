/**
 * The stored state of the emulator. Records are plain data and never changed in place: a change
 * stores a new record, so snapshots, events and open transactions can keep references to old ones.
 * All times are epoch milliseconds. Users are identified by raw id (`8:acs:<resource>_<user>`).
 */

/** A user of the identity API. */
export interface IdentityRecord {
  readonly id: string;
  readonly createdOn: number;
  /** Increased by a revocation. Tokens of an earlier generation are invalid. */
  readonly tokenGeneration: number;
  /** The name in the emulator's own tools. The service has no such name. */
  readonly name?: string;
}

/** A chat thread. */
export interface ThreadRecord {
  readonly id: string;
  readonly topic: string;
  readonly createdOn: number;
  readonly createdBy: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** The number of days after creation at which the thread is deleted; absent if it is kept. */
  readonly deleteThreadAfterDays?: number;
  /** True if the retention policy was set to `none` or removed. */
  readonly retentionNone?: boolean;
  readonly deletedOn?: number;
  readonly lastMessageOn: number;
  readonly lastVersion: number;
  readonly lastSequence: number;
}

/** A user's participation in a thread. It is kept after the user is removed, who can still read older messages. */
export interface ParticipantRecord {
  readonly threadId: string;
  readonly userId: string;
  /** Position in the list of participants. */
  readonly position: number;
  readonly displayName?: string;
  readonly shareHistoryTime: number;
  readonly metadata?: Readonly<Record<string, string>>;
  /** The version of the thread at which the user was removed. */
  readonly removedAtVersion?: number;
}

/** An image or a file attached to a message. */
export interface AttachmentRecord {
  readonly id: string;
  readonly attachmentType: string;
  readonly name?: string;
  /** The address of a file. Images are stored in the emulator. */
  readonly url?: string;
  readonly previewUrl?: string;
}

/** A participant as shown in a system message. */
export interface MentionedParticipant {
  readonly userId: string;
  readonly displayName?: string;
  readonly shareHistoryTime?: number;
}

/** The types of messages that users can send. */
type UserMessageType = "text" | "html";
/** The types of messages that the system sends. */
type SystemMessageType = "topicUpdated" | "participantAdded" | "participantRemoved";

/** A message of a user or of the system. */
export interface MessageRecord {
  readonly threadId: string;
  /** When it was created, in epoch milliseconds, made unique in the thread. On the wire a decimal number. */
  readonly id: number;
  readonly type: UserMessageType | SystemMessageType;
  readonly sequence: number;
  /** Increases with each change. Lists are sorted by it, newest first. */
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

/** The last message that a user has marked as read. */
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

/** The thread that was created with a repeatability-request-id. */
export interface RepeatableRecord {
  readonly userId: string;
  readonly requestId: string;
  readonly threadId: string;
  readonly createdOn: number;
}

/** The whole state as data, as contained in a snapshot. */
export interface StateDump {
  readonly identities: IdentityRecord[];
  readonly threads: ThreadRecord[];
  readonly participants: ParticipantRecord[];
  readonly messages: MessageRecord[];
  readonly receipts: ReceiptRecord[];
  readonly images: (Omit<ImageRecord, "bytes"> & { readonly base64: string })[];
  readonly repeatables: RepeatableRecord[];
}
