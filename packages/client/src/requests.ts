import type { ChatAttachment, ChatMessageType, ChatParticipant } from "./models.ts";

/** What a new thread needs. */
export interface CreateChatThreadRequest {
  /** What the thread is about. */
  topic: string;
}

/** A message. All but its content may stand in the options of `sendMessage` instead, which win. */
export interface SendMessageRequest {
  /** The text: at most 28 KB in UTF-8. */
  content: string;
  /** The name the others see, push notifications too. */
  senderDisplayName?: string | undefined;
  /** `text` when absent. */
  type?: ChatMessageType | undefined;
  /** Names and values of your own. Since `2021-09-07`. */
  metadata?: Record<string, string> | undefined;
  /** What hangs on the message, uploaded before (`2024-06-05-preview` only). */
  attachments?: ChatAttachment[] | undefined;
}

/** Whom to add. */
export interface AddParticipantsRequest {
  /** At most 200, unless the option `batches` is on. */
  participants: ChatParticipant[];
}

/** What was read. */
export interface SendReadReceiptRequest {
  /** The latest message read. */
  chatMessageId: string;
}
