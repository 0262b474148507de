import type { CommunicationIdentifierKind } from "@azure/communication-common";
import type { ChatAttachment, ChatRetentionPolicy, PolicyViolation } from "../models.ts";
import type { RealtimeError } from "./realtime-error.ts";

/** A participant of a thread, as events describe it. */
export interface ChatEventParticipant {
  /** The participant's identifier. */
  id: CommunicationIdentifierKind;
  /** The display name; an empty string if there is none. */
  displayName: string;
  /** The time from which the participant can read messages. */
  shareHistoryTime?: Date;
  /** The participant's metadata. */
  metadata: Record<string, string>;
}

/** The properties of a thread, as events describe them. */
export interface ChatEventThreadProperties {
  /** The thread's topic. */
  topic: string;
  /** The thread's metadata. */
  metadata: Record<string, string>;
}

/** The fields of all events about messages, typing and read receipts. */
export interface BaseChatEvent {
  /** The thread's id. */
  threadId: string;
  /** The user who caused the event. */
  sender: CommunicationIdentifierKind;
  /** The sender's display name; an empty string if there is none. */
  senderDisplayName: string;
  /** The user who receives the event: the client's own user. */
  recipient: CommunicationIdentifierKind;
}

/** The fields of all events about messages. */
export interface BaseChatMessageEvent extends BaseChatEvent {
  /** The message's id. */
  id: string;
  /** When the service received the message. */
  createdOn: Date;
  /** The message's version, in epoch milliseconds. Every edit changes it. */
  version: string;
  /** The message's type, as the REST API names it: `text` or `html`. */
  type: string;
}

/** The fields of all events about threads. */
export interface BaseChatThreadEvent {
  /** The thread's id. */
  threadId: string;
  /** The thread's version, in epoch milliseconds. */
  version: string;
}

/** The part of a streamed message that an event carries. */
export type StreamingMessageType = "start" | "informative" | "streaming" | "final";

/** Why the stream of a message ended. */
export type StreamEndReason = "completed" | "expired" | "canceled";

/** The position of an event in a streamed message. */
export interface StreamingMessageMetadata {
  /** The part of the message that the event carries. */
  streamingMessageType?: StreamingMessageType;
  /** The number of the part. */
  streamingSequenceNumber?: number;
  /** Why the stream ended; absent while it continues. */
  streamEndReason?: StreamEndReason;
}

/** A message was sent. All participants receive the event, including the sender. */
export interface ChatMessageReceivedEvent extends BaseChatMessageEvent {
  /** The message's content. */
  message: string;
  /** The message's metadata. */
  metadata: Record<string, string>;
  /** The message's attachments. */
  attachments?: ChatAttachment[];
  /** Present if the message is streamed. */
  streamingMetadata?: StreamingMessageMetadata;
}

/** A message was edited. */
export interface ChatMessageEditedEvent extends ChatMessageReceivedEvent {
  /** When the message was edited. */
  editedOn: Date;
  /** Present if the message violates a policy, such as data loss prevention. */
  policyViolation?: PolicyViolation;
}

/** A streamed message was started. */
export interface StreamingChatMessageStartEvent extends ChatMessageReceivedEvent {}

/** A part of a streamed message arrived. `message` is the content so far. */
export interface StreamingChatMessageChunkReceivedEvent extends ChatMessageEditedEvent {}

/** A message was deleted. */
export interface ChatMessageDeletedEvent extends BaseChatMessageEvent {
  /** When the message was deleted. */
  deletedOn: Date;
}

/** A participant is typing. */
export interface TypingIndicatorReceivedEvent extends BaseChatEvent {
  /** The event's version, in epoch milliseconds. */
  version: string;
  /** When the service received the notification. */
  receivedOn: Date;
}

/** A participant has read the thread up to a message. The service sends no display name with it. */
export interface ReadReceiptReceivedEvent extends BaseChatEvent {
  /** The id of the last message that was read. */
  chatMessageId: string;
  /** When the message was read. */
  readOn: Date;
}

/** A thread was created with the client's user in it. */
export interface ChatThreadCreatedEvent extends BaseChatThreadEvent {
  /** When the thread was created. */
  createdOn: Date;
  /** The thread's properties. */
  properties: ChatEventThreadProperties;
  /** All participants of the thread. */
  participants: ChatEventParticipant[];
  /** The user who created the thread. */
  createdBy: ChatEventParticipant;
  /** The thread's retention policy. */
  retentionPolicy: ChatRetentionPolicy;
}

/** The topic, metadata or retention policy of a thread changed. */
export interface ChatThreadPropertiesUpdatedEvent extends BaseChatThreadEvent {
  /** The properties after the change. */
  properties: ChatEventThreadProperties;
  /** When the properties changed. */
  updatedOn: Date;
  /** The user who changed the properties. */
  updatedBy: ChatEventParticipant;
  /** The retention policy after the change. */
  retentionPolicy: ChatRetentionPolicy;
}

/** A thread was deleted. */
export interface ChatThreadDeletedEvent extends BaseChatThreadEvent {
  /** When the thread was deleted. */
  deletedOn: Date;
  /**
   * The user who deleted the thread. An identifier of kind `unknown` with an empty id if the retention
   * policy did (`reason` is `deletedByPolicy`).
   */
  deletedBy: ChatEventParticipant;
  /** `deletedByUser` or `deletedByPolicy`. */
  reason: string;
}

/** Participants were added to a thread. */
export interface ParticipantsAddedEvent extends BaseChatThreadEvent {
  /** When the participants were added. */
  addedOn: Date;
  /** The participants who were added. */
  participantsAdded: ChatEventParticipant[];
  /** The user who added them. */
  addedBy: ChatEventParticipant;
}

/** Participants were removed from a thread or left it. They receive the event, too. */
export interface ParticipantsRemovedEvent extends BaseChatThreadEvent {
  /** When the participants were removed. */
  removedOn: Date;
  /** The participants who were removed. */
  participantsRemoved: ChatEventParticipant[];
  /** The user who removed them. */
  removedBy: ChatEventParticipant;
}

/** The events in threads, by the names of `@azure/communication-chat`. */
export interface ChatEvents {
  chatMessageReceived: ChatMessageReceivedEvent;
  chatMessageEdited: ChatMessageEditedEvent;
  chatMessageDeleted: ChatMessageDeletedEvent;
  streamingChatMessageStarted: StreamingChatMessageStartEvent;
  streamingChatMessageChunkReceived: StreamingChatMessageChunkReceivedEvent;
  typingIndicatorReceived: TypingIndicatorReceivedEvent;
  readReceiptReceived: ReadReceiptReceivedEvent;
  chatThreadCreated: ChatThreadCreatedEvent;
  chatThreadPropertiesUpdated: ChatThreadPropertiesUpdatedEvent;
  chatThreadDeleted: ChatThreadDeletedEvent;
  participantsAdded: ParticipantsAddedEvent;
  participantsRemoved: ParticipantsRemovedEvent;
}

/**
 * The state of real-time notifications:
 * - `stopped`: never started, stopped, or given up;
 * - `connecting`: the first connection is being made;
 * - `connected`: events arrive;
 * - `reconnecting`: the connection was lost and is being made again.
 */
export type RealtimeState = "stopped" | "connecting" | "connected" | "reconnecting";

/** The state of real-time notifications changed. */
export interface StateChangedEvent {
  /** The state after the change. */
  state: RealtimeState;
  /** The state before the change. */
  previous: RealtimeState;
  /** The failure that caused the change; absent if nothing failed. */
  error?: RealtimeError;
}

/** Events may be missing: reload what the application shows. */
export interface ResyncRequiredEvent {
  /**
   * No event before this time is missing. Precise to the second. The time of the service if its responses
   * tell it (in browsers only if the `Date` header is exposed), otherwise the time of this machine.
   */
  since: Date;
  /**
   * - `disconnected`: the connection was lost for a while;
   * - `messageLoss`: the service lost events, or sent one that cannot be read;
   * - `bufferOverflow`: `events()` was read too slowly.
   */
  reason: "disconnected" | "messageLoss" | "bufferOverflow";
}

/** The service rejects the token and every refreshed one. Notifications have stopped. */
export interface TokenExpiredEvent {
  /** The failure, with the code `TokenRejected`. */
  error: RealtimeError;
}

/** All events that listeners can be registered for. */
export interface RealtimeEvents extends ChatEvents {
  /** Events arrive, for the first time or again. */
  realTimeNotificationConnected: undefined;
  /** Events no longer arrive: the connection was lost, or notifications were stopped. */
  realTimeNotificationDisconnected: undefined;
  stateChanged: StateChangedEvent;
  resyncRequired: ResyncRequiredEvent;
  tokenExpired: TokenExpiredEvent;
  /** A failure: an attempt to connect, an event that cannot be read, or a listener that threw. */
  error: RealtimeError;
}

/** The names of events that `@azure/communication-chat` has. */
export type ChatEventId =
  | keyof ChatEvents
  | "realTimeNotificationConnected"
  | "realTimeNotificationDisconnected";

/** A listener of an event. */
export type RealtimeListener<K extends keyof RealtimeEvents> = RealtimeEvents[K] extends undefined
  ? () => void
  : (event: RealtimeEvents[K]) => void;

/** An item of `events()`: the name of an event, and the event. */
export type ChatEventItem<K extends keyof ChatEvents = keyof ChatEvents> = {
  [Name in K | "resyncRequired"]: { type: Name; event: RealtimeEvents[Name] };
}[K | "resyncRequired"];

/** Options of `events()`. */
export interface ChatEventsOptions<K extends keyof ChatEvents = keyof ChatEvents> {
  /** Ends the iteration when it is aborted. */
  signal?: AbortSignal;
  /** Limits the iteration to one thread. */
  threadId?: string;
  /** Limits the iteration to these events; all when absent. `resyncRequired` is always included. */
  types?: readonly K[];
  /**
   * The maximum number of events that wait to be read; at least 1, 1000 when absent. Beyond it the oldest
   * events are replaced by one `resyncRequired`.
   */
  bufferSize?: number;
}
