import type {
  MentionedParticipant,
  MessageRecord,
  ParticipantRecord,
  ThreadRecord,
} from "./records.ts";

/** Which part of a streamed message an event tells of, as the official client names it. */
export interface StreamingMetadata {
  readonly streamingMessageType: (typeof STREAMING_MESSAGE_TYPES)[number];
  readonly streamingSequenceNumber?: number;
  readonly streamEndReason?: (typeof STREAM_END_REASONS)[number];
}
/** The parts of a streamed message. */
export const STREAMING_MESSAGE_TYPES = ["start", "informative", "streaming", "final"] as const;
/** Why a stream ended. */
export const STREAM_END_REASONS = ["completed", "expired", "canceled"] as const;

/** What happened, with everything a notification about it needs. */
export type DomainEventBody =
  | {
      readonly type: "chatMessageReceived" | "chatMessageEdited" | "chatMessageDeleted";
      readonly message: MessageRecord;
      /** Set for the parts of a message that is streamed, such as a bot's. */
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
      /** Absent if the retention policy did it. */
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

/** A domain event: emitted once, after its change is stored, in the order of the changes. */
export type DomainEvent = DomainEventBody & {
  /** Rises by one with each event of this emulator. */
  readonly number: number;
  readonly threadId: string;
  /** Raw ids of all who should hear of it, the sender included. */
  readonly recipients: readonly string[];
};

/** Hears every domain event. It must not throw; what it throws is reported and goes no further. */
export type DomainEventListener = (event: DomainEvent) => void;
