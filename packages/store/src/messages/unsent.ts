import { type ChatAttachment, type ChatMessageType, sendIdKey } from "@acs-chat/client";
import type { StoreThreadClient } from "../client-face.ts";
import type { Settings } from "../options.ts";
import type { MessageStatus, Place, StoreMessage } from "./model.ts";

/** A message to send. */
export interface OutgoingMessage {
  readonly content: string;
  /** Default `text`. */
  readonly type?: ChatMessageType;
  readonly senderDisplayName?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly attachments?: readonly ChatAttachment[];
}

/** A message that may not have been sent yet, in a form that can be stored as JSON. */
export interface UnsentMessage {
  readonly sendId: string;
  readonly message: OutgoingMessage;
  /** When `send` was called, in epoch milliseconds. */
  readonly createdOn: number;
  /** When the first attempt was made, in epoch milliseconds. The message may have arrived since. */
  readonly attemptedOn?: number;
  readonly failed?: boolean;
}

/** An unsent message, with the result of its last attempt. */
export interface UnsentEntry extends UnsentMessage {
  readonly status: MessageStatus;
  readonly error?: unknown;
}

/** Converts an unsent message to the message that is shown for it. */
export function fromUnsent(
  { sendId, message, createdOn, status, error }: UnsentEntry,
  { threadId, userId }: Place,
  sender: Settings["user"],
): StoreMessage {
  const { content, type = "text", senderDisplayName, metadata, attachments } = message;
  return {
    key: sendId,
    threadId,
    version: "0",
    type,
    createdOn: new Date(createdOn),
    content: { message: content, ...(attachments && { attachments: [...attachments] }) },
    ...(senderDisplayName && { senderDisplayName }),
    ...(metadata && { metadata }),
    sender,
    senderId: userId,
    mine: true,
    status,
    ...(error !== undefined && { error }),
  };
}

/** Makes one attempt to send a message. Returns the id of the message. */
export async function sendUnsent(
  client: StoreThreadClient,
  { sendId, message }: UnsentMessage,
  safeRetry: boolean,
  abortSignal: AbortSignal,
): Promise<string> {
  const { content, metadata, attachments, ...options } = message;
  const { id } = await client.sendMessage(
    { content },
    {
      ...options,
      ...(attachments && { attachments: [...attachments] }),
      metadata: { ...metadata, [sendIdKey]: sendId },
      safeRetry,
      abortSignal,
    },
  );
  return id;
}
