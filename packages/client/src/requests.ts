import type { ChatAttachment, ChatMessageType, ChatParticipant } from "./models.ts";

/** The thread to create. */
export interface CreateChatThreadRequest {
  /** The thread's topic. */
  topic: string;
}

/**
 * The message to send. Everything except the content can be in the options of `sendMessage` instead, which take
 * precedence.
 */
export interface SendMessageRequest {
  /** The content, at most 28 KB in UTF-8. */
  content: string;
  /** The display name of the sender, which also appears in push notifications. */
  senderDisplayName?: string | undefined;
  /** The message's type. Default: `text`. */
  type?: ChatMessageType | undefined;
  /** The application's own metadata. Since `2021-09-07`. */
  metadata?: Record<string, string> | undefined;
  /** The message's attachments, which must have been uploaded (`2024-06-05-preview` only). */
  attachments?: ChatAttachment[] | undefined;
}

/** The participants to add. */
export interface AddParticipantsRequest {
  /** The participants to add: at most 200, unless the option `batches` is `true`. */
  participants: ChatParticipant[];
}

/** The message that was read. */
export interface SendReadReceiptRequest {
  /** The id of the last message that the user has read. */
  chatMessageId: string;
}
