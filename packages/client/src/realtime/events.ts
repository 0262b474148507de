import type { CommunicationIdentifierKind } from "@azure/communication-common";
import type { ChatAttachment, ChatRetentionPolicy } from "../models.ts";
import type { RealtimeError } from "./realtime-error.ts";

/** Somebody in a thread, as an event tells of them. */
export interface ChatEventParticipant {
  /** Who. */
  id: CommunicationIdentifierKind;
  /** The name the others see; empty when there is none. */
  displayName: string;
  /** From when on the participant may read. */
  shareHistoryTime?: Date;
  /** Names and values of the application's own. */
  metadata: Record<string, string>;
}

/** A thread's properties, as an event tells them. */
export interface ChatEventThreadProperties {
  /** What the thread is about. */
  topic: string;
  /** Names and values of the application's own. */
  metadata: Record<string, string>;
}

/** What all events about something said in a thread have. */
export interface BaseChatEvent {
  /** The thread's id. */
  threadId: string;
  /** Who did it. */
  sender: CommunicationIdentifierKind;
  /** The sender's name as given when sending; empty when there was none. */
  senderDisplayName: string;
  /** You. */
  recipient: CommunicationIdentifierKind;
}

/** What all events about a message have. */
export interface BaseChatMessageEvent extends BaseChatEvent {
  /** The message's id. */
  id: string;
  /** When the service got the message. */
  createdOn: Date;
  /** Changes with every edit: epoch milliseconds as a string. */
  version: string;
  /** What kind of message it is, named as the REST API does: `text`, `html`. */
  type: string;
}

/** What all events about a thread as such have. */
export interface BaseChatThreadEvent {
  /** The thread's id. */
  threadId: string;
  /** The thread's version: epoch milliseconds as a string. */
  version: string;
}

/** Somebody sent a message: it reaches everybody in the thread, the sender too. */
export interface ChatMessageReceivedEvent extends BaseChatMessageEvent {
  /** What it says. */
  message: string;
  /** Names and values of the application's own. */
  metadata: Record<string, string>;
  /** What hangs on the message. */
  attachments?: ChatAttachment[];
}

/** Somebody changed a message. */
export interface ChatMessageEditedEvent extends ChatMessageReceivedEvent {
  /** When it was changed. */
  editedOn: Date;
}

/** Somebody deleted a message. */
export interface ChatMessageDeletedEvent extends BaseChatMessageEvent {
  /** When it was deleted. */
  deletedOn: Date;
}

/** Somebody is typing. */
export interface TypingIndicatorReceivedEvent extends BaseChatEvent {
  /** Epoch milliseconds as a string. */
  version: string;
  /** When the service heard of it. */
  receivedOn: Date;
}

/** Somebody has read up to a message. The service sends no display name with it. */
export interface ReadReceiptReceivedEvent extends BaseChatEvent {
  /** The last message read. */
  chatMessageId: string;
  /** When. */
  readOn: Date;
}

/** A thread was created with you in it. */
export interface ChatThreadCreatedEvent extends BaseChatThreadEvent {
  createdOn: Date;
  properties: ChatEventThreadProperties;
  /** All who are in it. */
  participants: ChatEventParticipant[];
  createdBy: ChatEventParticipant;
  retentionPolicy: ChatRetentionPolicy;
}

/** A thread's topic, metadata or retention policy was changed. */
export interface ChatThreadPropertiesUpdatedEvent extends BaseChatThreadEvent {
  /** The properties as they are now. */
  properties: ChatEventThreadProperties;
  updatedOn: Date;
  updatedBy: ChatEventParticipant;
  retentionPolicy: ChatRetentionPolicy;
}

/** A thread was deleted. */
export interface ChatThreadDeletedEvent extends BaseChatThreadEvent {
  deletedOn: Date;
  /**
   * Who did it. Nobody when the retention policy did (`reason` is `deletedByPolicy`): then an
   * identifier of kind `unknown` with an empty id.
   */
  deletedBy: ChatEventParticipant;
  /** `deletedByUser` or `deletedByPolicy`. */
  reason: string;
}

/** Somebody was added to a thread. */
export interface ParticipantsAddedEvent extends BaseChatThreadEvent {
  addedOn: Date;
  participantsAdded: ChatEventParticipant[];
  addedBy: ChatEventParticipant;
}

/** Somebody was removed from a thread, or left it: it reaches those who were removed, too. */
export interface ParticipantsRemovedEvent extends BaseChatThreadEvent {
  removedOn: Date;
  participantsRemoved: ChatEventParticipant[];
  removedBy: ChatEventParticipant;
}

/** What happens in threads, by the names of `@azure/communication-chat`. */
export interface ChatEvents {
  chatMessageReceived: ChatMessageReceivedEvent;
  chatMessageEdited: ChatMessageEditedEvent;
  chatMessageDeleted: ChatMessageDeletedEvent;
  typingIndicatorReceived: TypingIndicatorReceivedEvent;
  readReceiptReceived: ReadReceiptReceivedEvent;
  chatThreadCreated: ChatThreadCreatedEvent;
  chatThreadPropertiesUpdated: ChatThreadPropertiesUpdatedEvent;
  chatThreadDeleted: ChatThreadDeletedEvent;
  participantsAdded: ParticipantsAddedEvent;
  participantsRemoved: ParticipantsRemovedEvent;
}

/**
 * Where real-time notifications stand: `stopped` (never started, stopped, or given up),
 * `connecting` (the first connection is being made), `connected` (events flow), `reconnecting`
 * (the connection was lost and is being made again).
 */
export type RealtimeState = "stopped" | "connecting" | "connected" | "reconnecting";

/** The state of real-time notifications changed. */
export interface StateChangedEvent {
  state: RealtimeState;
  previous: RealtimeState;
  /** Why, when something failed. */
  error?: RealtimeError;
}

/**
 * Events may be missing: read again what you show. Fired after a gap that the service does not
 * fill by itself.
 */
export interface ResyncRequiredEvent {
  /**
   * Nothing is missing from before this time: to the second, by the service's clock where its answers tell the
   * time (a browser shows the `Date` of other origins only if they allow it), else by this machine's.
   */
  since: Date;
  /**
   * `disconnected`: the connection was lost for a while; `messageLoss`: the service says that it
   * lost events; `bufferOverflow`: `events()` was read too slowly.
   */
  reason: "disconnected" | "messageLoss" | "bufferOverflow";
}

/** The service refuses the token, also a fresh one: notifications have stopped. */
export interface TokenExpiredEvent {
  error: RealtimeError;
}

/** Everything a listener can be registered for, and what it is called with. */
export interface RealtimeEvents extends ChatEvents {
  /** Events flow, for the first time or again. */
  realTimeNotificationConnected: undefined;
  /** Events do not flow any more, whether the connection was lost or stopped. */
  realTimeNotificationDisconnected: undefined;
  stateChanged: StateChangedEvent;
  resyncRequired: ResyncRequiredEvent;
  tokenExpired: TokenExpiredEvent;
  error: RealtimeError;
}

/** The names of events as `@azure/communication-chat` has them. */
export type ChatEventId =
  | keyof ChatEvents
  | "realTimeNotificationConnected"
  | "realTimeNotificationDisconnected";

/** A listener of an event. */
export type RealtimeListener<K extends keyof RealtimeEvents> = RealtimeEvents[K] extends undefined
  ? () => void
  : (event: RealtimeEvents[K]) => void;

/** One item of `events()`: what happened, and its event. */
export type ChatEventItem<K extends keyof ChatEvents = keyof ChatEvents> = {
  [Name in K | "resyncRequired"]: { type: Name; event: RealtimeEvents[Name] };
}[K | "resyncRequired"];

/** Options of `events()`. */
export interface ChatEventsOptions<K extends keyof ChatEvents = keyof ChatEvents> {
  /** Ends the iteration. */
  signal?: AbortSignal;
  /** Only events of this thread. */
  threadId?: string;
  /** Only events of these types; all ten when absent. `resyncRequired` always comes. */
  types?: readonly K[];
  /** Events that wait to be read at most, at least 1; 1000 when absent. Beyond, the oldest give way to a `resyncRequired`. */
  bufferSize?: number;
}
