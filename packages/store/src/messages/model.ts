import type {
  ChatMessage,
  ChatMessageDeletedEvent,
  ChatMessageEditedEvent,
  ChatMessageReceivedEvent,
} from "@acs-chat/client";
import { rawIdOf } from "../identity.ts";

/**
 * - `sent`: the service has the message.
 * - `waiting`: the message is sent when the connection is restored, or after the messages before it.
 * - `sending`: the message is being sent.
 * - `failed`: the service refused the message, or it could not be reached. Call `retry` or `discard`.
 */
export type MessageStatus = "sent" | "waiting" | "sending" | "failed";

/** A message as the store shows it. */
export interface StoreMessage extends Omit<ChatMessage, "id" | "sequenceId"> {
  /** Identifies the message in a list. It stays the same when a sent message gets its `id`. */
  readonly key: string;
  /** The message's id; absent until the service has the message. */
  readonly id?: string;
  readonly threadId: string;
  /** The position in the thread; absent in messages that arrived as events. */
  readonly sequenceId?: string;
  /** The sender's raw id; empty for system messages. */
  readonly senderId: string;
  /** True if this user sent the message. */
  readonly mine: boolean;
  readonly status: MessageStatus;
  /** A change that is shown already and not confirmed yet. */
  readonly change?: "edit" | "delete";
  /** The error of the failed send. */
  readonly error?: unknown;
}

/** A message that the service has. */
export type SentMessage = StoreMessage & { readonly id: string };

/** The source of a message. Of two copies of one version, the one with the higher source wins. */
export const source = { answer: 0, event: 1, list: 2 } as const;

export type Source = (typeof source)[keyof typeof source];

/** A received message before it is merged. */
export interface Received {
  readonly message: SentMessage;
  readonly source: Source;
}

/** The thread of a message, and the user of the store. */
export interface Place {
  readonly threadId: string;
  /** The user's raw id. */
  readonly userId: string;
}

/** Converts a message of a list or of `getMessage`. */
export function fromList(listed: ChatMessage, { threadId, userId }: Place): SentMessage {
  const senderId = listed.sender ? rawIdOf(listed.sender) : "";
  const mine = senderId === userId;
  return { ...listed, key: listed.id, threadId, senderId, mine, status: "sent" };
}

/** Converts a message event. */
export function fromEvent(
  event: ChatMessageReceivedEvent | ChatMessageEditedEvent | ChatMessageDeletedEvent,
  { threadId, userId }: Place,
): SentMessage {
  const { id, version, type, createdOn, sender, senderDisplayName } = event;
  const senderId = rawIdOf(sender);
  const common = {
    key: id,
    id,
    threadId,
    version,
    type: type as ChatMessage["type"],
    createdOn,
    sender,
    senderId,
    mine: senderId === userId,
    status: "sent" as const,
    ...(senderDisplayName && { senderDisplayName }),
  };
  if ("deletedOn" in event) {
    return { ...common, content: { message: "" }, deletedOn: event.deletedOn };
  }
  const { message, metadata, attachments } = event;
  return {
    ...common,
    content: { message, ...(attachments && attachments.length > 0 && { attachments }) },
    metadata,
    ...("editedOn" in event && { editedOn: event.editedOn }),
  };
}

/** Creates a message from the response to its send, if that arrives before its event. */
export function fromAnswer(id: string, sending: StoreMessage): SentMessage {
  const { error: _, ...rest } = sending;
  return { ...rest, id, version: id, createdOn: new Date(Number(id)), status: "sent" };
}

/** True for messages of users, false for system messages. */
export function isSpoken({ type }: Pick<StoreMessage, "type">): boolean {
  return type === "text" || type === "html";
}
