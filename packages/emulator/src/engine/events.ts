import type {
  MentionedParticipant,
  MessageRecord,
  ParticipantRecord,
  ThreadRecord,
} from "./records.ts";

/** The part of a streamed message that an event carries, named as in the official client. */
export interface StreamingMetadata {
  readonly streamingMessageType: (typeof STREAMING_MESSAGE_TYPES)[number];
  readonly streamingSequenceNumber?: number;
  readonly streamEndReason?: (typeof STREAM_END_REASONS)[number];
}
/** The parts of a streamed message. */
export const STREAMING_MESSAGE_TYPES = ["start", "informative", "streaming", "final"] as const;
/** Why a stream ended. */
export const STREAM_END_REASONS = ["completed", "expired", "canceled"] as const;

/** What happened, with all data that notifications about it need. */
export type DomainEventBody =
  | {
      readonly type: "chatMessageReceived" | "chatMessageEdited" | "chatMessageDeleted";
      readonly message: MessageRecord;
      /** Present for parts of a streamed message, such as one from a bot. */
      readonly streaming?: StreamingMetadata;
    }
  | {
      readonly type: "typingIndicatorReceived";
      readonly senderId: string;
      readonly senderDisplayName: string;
      readonly receivedOn: number;
      readonly version: number;
    }
  | {
      readonly type: "readReceiptReceived";
      readonly senderId: string;
      readonly messageId: number;
      readonly readOn: number;
    }
  | {
      readonly type: "chatThreadCreated";
      readonly thread: ThreadRecord;
      readonly participants: readonly ParticipantRecord[];
    }
  | {
      readonly type: "chatThreadPropertiesUpdated";
      readonly thread: ThreadRecord;
      readonly updatedBy: string;
      readonly updatedOn: number;
    }
  | {
      readonly type: "chatThreadDeleted";
      readonly thread: ThreadRecord;
      /** Absent if the retention policy deleted the thread. */
      readonly deletedBy?: string;
      readonly deletedOn: number;
    }
  | {
      readonly type: "participantsAdded" | "participantsRemoved";
      readonly participants: readonly (MentionedParticipant & {
        readonly metadata?: Readonly<Record<string, string>>;
      })[];
      readonly initiatorId: string;
      readonly initiatorDisplayName?: string;
      readonly changedOn: number;
      readonly version: number;
    };

/** A domain event. It is emitted once, after its change is stored, in the order of the changes. */
export type DomainEvent = DomainEventBody & {
  /** Increases by one with each event of this emulator. */
  readonly number: number;
  readonly threadId: string;
  /** Raw ids of all recipients, including the sender. */
  readonly recipients: readonly string[];
};

/** Receives every domain event. Errors that it throws are reported and have no further effect. */
export type DomainEventListener = (event: DomainEvent) => void;
