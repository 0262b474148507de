import type { DomainEvent } from "../engine/events.ts";
import { resourceOf, toIdentifier } from "../engine/identifiers.ts";
import type { MentionedParticipant, MessageRecord, ThreadRecord } from "../engine/records.ts";
import { formatDateTime } from "../spec/values.ts";
import { type ChatEventType, type ShortEventType, eventType } from "./event-types.ts";

/** A chat event without the envelope of Event Grid. */
export interface ChatEvent {
  readonly type: ChatEventType;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the chat events need in addition to their domain event. */
export interface ChatEventSource {
  readonly resourceId: string;
  readonly thread: (threadId: string) => ThreadRecord | undefined;
  readonly transactionId: () => string;
}

/** Message types as events name them; REST calls them `text` and `html`. */
const MESSAGE_TYPES: Readonly<Record<string, string>> = { text: "Text", html: "RichText/Html" };

/** The type of a typing indicator. Unverified. */
const TYPING_TYPE = "Control/Typing";

/** The event for the thread and the ones for each user. They have the same data and different names. */
interface Happening {
  readonly inThread: ShortEventType;
  /** The event type for each user; absent if users receive none. */
  readonly perUser?: ShortEventType;
  /** The part of the subject after the thread, such as `sender/<rawId>`. */
  readonly role: string;
  /** The role in the events for users, if it is spelled differently there. */
  readonly userRole?: string;
  /** Raw id of the user who caused the event. */
  readonly by: string;
  /** The raw id that the subject names. Default: `by`. */
  readonly about?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Translates a domain event into chat events of Event Grid: one for the thread, and one for each
 * participant of the resource except the user who caused it.
 */
export function chatEventsOf(event: DomainEvent, source: ChatEventSource): ChatEvent[] {
  const { threadId } = event;
  const users = event.recipients.filter((id) => resourceOf(id) === source.resourceId);
  const events: ChatEvent[] = [];
  for (const one of happeningsOf(event, source)) {
    const subject = (role: string): string => `thread/${threadId}/${role}/${one.about ?? one.by}`;
    const data = { ...one.data, threadId, transactionId: source.transactionId() };
    if (one.perUser !== undefined) {
      const type = eventType(one.perUser);
      for (const id of users.filter((user) => user !== one.by)) {
        events.push({
          type,
          subject: `${subject(one.userRole ?? one.role)}/recipient/${id}`,
          data: { ...data, recipientCommunicationIdentifier: toIdentifier(id) },
        });
      }
    }
    events.push({ type: eventType(one.inThread), subject: subject(one.role), data });
  }
  return events;
}

function happeningsOf(event: DomainEvent, source: ChatEventSource): Happening[] {
  switch (event.type) {
    case "chatMessageReceived":
    case "chatMessageEdited":
    case "chatMessageDeleted":
      return [messageHappening(event.type, event.message)];
    case "typingIndicatorReceived":
      return [typingHappening(event)];
    case "readReceiptReceived":
      return [];
    case "chatThreadCreated":
    case "chatThreadPropertiesUpdated":
    case "chatThreadDeleted":
      return [threadHappening(event)];
    case "participantsAdded":
    case "participantsRemoved":
      return participantHappenings(event, source);
  }
}

function messageHappening(
  type: "chatMessageReceived" | "chatMessageEdited" | "chatMessageDeleted",
  message: MessageRecord,
): Happening {
  const names = {
    chatMessageReceived: ["ChatMessageReceivedInThread", "ChatMessageReceived"],
    chatMessageEdited: ["ChatMessageEditedInThread", "ChatMessageEdited"],
    chatMessageDeleted: ["ChatMessageDeletedInThread", "ChatMessageDeleted"],
  } as const;
  const [inThread, perUser] = names[type];
  const by = message.senderId ?? "";
  const content = { messageBody: message.message ?? "", metadata: message.metadata ?? {} };
  const time = {
    chatMessageReceived: {},
    chatMessageEdited: { editTime: formatDateTime(message.editedOn ?? message.version) },
    chatMessageDeleted: { deleteTime: formatDateTime(message.deletedOn ?? message.version) },
  }[type];
  return {
    inThread,
    perUser,
    role: "sender",
    by,
    data: {
      ...time,
      ...(type !== "chatMessageDeleted" && content),
      messageId: String(message.id),
      senderCommunicationIdentifier: toIdentifier(by),
      senderDisplayName: message.senderDisplayName ?? "",
      composeTime: formatDateTime(message.createdOn),
      type: MESSAGE_TYPES[message.type] ?? message.type,
      version: message.version,
    },
  };
}

function typingHappening(
  event: Extract<DomainEvent, { type: "typingIndicatorReceived" }>,
): Happening {
  return {
    inThread: "ChatTypingIndicatorReceivedInThread",
    role: "sender",
    by: event.senderId,
    data: {
      messageBody: "",
      metadata: {},
      messageId: String(event.version),
      senderCommunicationIdentifier: toIdentifier(event.senderId),
      senderDisplayName: event.senderDisplayName,
      composeTime: formatDateTime(event.receivedOn),
      type: TYPING_TYPE,
      version: event.version,
    },
  };
}

type ThreadEvent = Extract<
  DomainEvent,
  { type: "chatThreadCreated" | "chatThreadPropertiesUpdated" | "chatThreadDeleted" }
>;

function threadHappening(event: ThreadEvent): Happening {
  const { thread } = event;
  const properties = { topic: thread.topic };
  const metadata = thread.metadata ?? {};
  const base = { createTime: formatDateTime(thread.createdOn), version: thread.lastVersion };
  switch (event.type) {
    case "chatThreadCreated":
      return {
        inThread: "ChatThreadCreated",
        perUser: "ChatThreadCreatedWithUser",
        role: "createdBy",
        by: thread.createdBy,
        data: {
          ...base,
          createdByCommunicationIdentifier: toIdentifier(thread.createdBy),
          properties,
          metadata,
          participants: event.participants.map(participant),
        },
      };
    case "chatThreadPropertiesUpdated":
      return {
        inThread: "ChatThreadPropertiesUpdated",
        perUser: "ChatThreadPropertiesUpdatedPerUser",
        role: "editedBy",
        by: event.updatedBy,
        data: {
          ...base,
          version: Math.max(thread.lastVersion, event.updatedOn),
          editedByCommunicationIdentifier: toIdentifier(event.updatedBy),
          editTime: formatDateTime(event.updatedOn),
          properties,
          metadata,
        },
      };
    case "chatThreadDeleted": {
      // Unverified: the user that the service names when the retention policy deletes a thread.
      const by = event.deletedBy ?? "";
      return {
        inThread: "ChatThreadDeleted",
        perUser: "ChatThreadWithUserDeleted",
        role: "deletedBy",
        by,
        data: {
          ...base,
          version: Math.max(thread.lastVersion, event.deletedOn),
          deletedByCommunicationIdentifier: toIdentifier(by),
          deleteTime: formatDateTime(event.deletedOn),
        },
      };
    }
  }
}

function participantHappenings(
  event: Extract<DomainEvent, { type: "participantsAdded" | "participantsRemoved" }>,
  source: ChatEventSource,
): Happening[] {
  const added = event.type === "participantsAdded";
  const createdOn = source.thread(event.threadId)?.createdOn ?? event.changedOn;
  return event.participants.map((one) => ({
    inThread: added ? "ChatThreadParticipantAdded" : "ChatThreadParticipantRemoved",
    perUser: added
      ? "ChatParticipantAddedToThreadWithUser"
      : "ChatParticipantRemovedFromThreadWithUser",
    role: added ? "participantadded" : "participantremoved",
    userRole: added ? "participantAdded" : "participantRemoved",
    by: event.initiatorId,
    about: one.userId,
    data: {
      time: formatDateTime(event.changedOn),
      [added ? "addedByCommunicationIdentifier" : "removedByCommunicationIdentifier"]: toIdentifier(
        event.initiatorId,
      ),
      [added ? "participantAdded" : "participantRemoved"]: participant(one),
      createTime: formatDateTime(createdOn),
      version: event.version,
    },
  }));
}

function participant(
  one: MentionedParticipant & { readonly metadata?: Readonly<Record<string, string>> },
): object {
  return {
    displayName: one.displayName ?? "",
    participantCommunicationIdentifier: toIdentifier(one.userId),
    metadata: one.metadata ?? {},
  };
}
