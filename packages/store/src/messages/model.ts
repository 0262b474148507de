import type {
  ChatMessage,
  ChatMessageDeletedEvent,
  ChatMessageEditedEvent,
  ChatMessageReceivedEvent,
} from "@acs-chat/client";
import { rawIdOf } from "../identity.ts";

/**
 * - `sent`: the service has the message.
 * - `waiting`: the message is sent when the connection is back, or when those before it are through.
 * - `sending`: the message is on its way.
 * - `failed`: the service refused the message, or the way was lost: `retry` or `discard` it.
 */
export type MessageStatus = "sent" | "waiting" | "sending" | "failed";

/** A message as the store shows it. */
export interface StoreMessage extends Omit<ChatMessage, "id" | "sequenceId"> {
  /** Identifies the message in a list from the moment of sending on: it stays when `id` comes. */
  readonly key: string;
  /** The message's id; absent until the service has the message. */
  readonly id?: string;
  readonly threadId: string;
  /** Position in the thread; absent in messages that came as events. */
  readonly sequenceId?: string;
  /** The sender's raw id; empty in system messages. */
  readonly senderId: string;
  /** Whether this user sent the message. */
  readonly mine: boolean;
  readonly status: MessageStatus;
  /** An edit or a deletion that is shown already, but not confirmed yet. */
  readonly change?: "edit" | "delete";
  /** Why sending failed. */
  readonly error?: unknown;
}

/** A message that the service has. */
export type SentMessage = StoreMessage & { readonly id: string };

/** Where a message came from: of two copies of one version, the better source wins. */
export const source = { answer: 0, event: 1, list: 2 } as const;

export type Source = (typeof source)[keyof typeof source];

/** A message that was received, before it is merged. */
export interface Received {
  readonly message: SentMessage;
  readonly source: Source;
}

/** Which thread it is, and whose store. */
export interface Place {
  readonly threadId: string;
  /** The user's raw id. */
  readonly userId: string;
}

/** Turns a message of a list, or of `getMessage`, into one of the store. */
export function fromList(listed: ChatMessage, { threadId, userId }: Place): SentMessage {
  const senderId = listed.sender ? rawIdOf(listed.sender) : "";
  const mine = senderId === userId;
  return { ...listed, key: listed.id, threadId, senderId, mine, status: "sent" };
}

/** Turns a message event into a message of the store. */
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

/** What is known of a message when the answer to its send comes before its event. */
export function fromAnswer(id: string, sending: StoreMessage): SentMessage {
  const { error: _, ...rest } = sending;
  return { ...rest, id, version: id, createdOn: new Date(Number(id)), status: "sent" };
}

/** Whether a message is something that a person said: system messages are not. */
export function isSpoken({ type }: Pick<StoreMessage, "type">): boolean {
  return type === "text" || type === "html";
}
