import type { ChatParticipant } from "./models.ts";

/** What a new thread needs. */
export interface CreateChatThreadRequest {
  /** What the thread is about. */
  topic: string;
}

/** What a message needs. */
export interface SendMessageRequest {
  /** The text: at most 28 KB in UTF-8. */
  content: string;
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
