import type { ChatParticipant, ChatThreadProperties } from "@acs-chat/client";
import type { Slice } from "../lib/slice.ts";
import type { MessageEdit } from "../messages/changes.ts";
import type { ThreadMessages } from "../messages/messages.ts";
import type { StoreMessage } from "../messages/model.ts";
import type { OutgoingMessage } from "../messages/outbox.ts";
import type { StoreReceipt } from "./receipts.ts";
import type { Typist } from "./typing.ts";

/** What a thread is about; `topic` alone is known of a thread that was only listed. */
export type StoreThreadProperties = Partial<ChatThreadProperties> & { readonly topic: string };

/** How a thread stands. */
export interface ThreadState {
  /** `new` before the first `load`, `ready` after it. */
  readonly phase: "new" | "loading" | "ready";
  /** Whether the user is in the thread. In a thread that was left the messages up to then can be read. */
  readonly membership: "member" | "left" | "deleted";
  /** False in threads of more than 20 participants: the service has no receipts and typing notifications there. */
  readonly receiptsAndTyping: boolean;
  /** Messages that the user has not read; 100 means 100 or more; undefined until it is known. */
  readonly unreadCount: number | undefined;
  /** The newest message that a person sent, as far as it is known. */
  readonly lastMessage: StoreMessage | undefined;
  /** Why the last load failed; undefined after one that succeeded. */
  readonly error?: unknown;
}

/** A thread. Its functions can be called detached. */
export interface StoreThread {
  readonly id: string;
  readonly messages: ThreadMessages;
  readonly participants: Slice<readonly ChatParticipant[]>;
  readonly properties: Slice<StoreThreadProperties>;
  readonly receipts: Slice<readonly StoreReceipt[]>;
  readonly typing: Slice<readonly Typist[]>;
  readonly state: Slice<ThreadState>;
  /** What the user has written and not sent. */
  readonly draft: Slice<string> & { set(text: string): void };
  /** Loads the newest messages, participants, properties and receipts; what is loaded is not loaded again. */
  load(): Promise<void>;
  /** Shows a message and sends it. Returns its key. Failures are in the message: `status`, `error`. */
  send(message: string | OutgoingMessage): string;
  /** Sends a failed message again, unless it turns out to have arrived. */
  retry(key: string): void;
  /** Removes a failed or waiting message. */
  discard(key: string): void;
  /** Shows an edit at once. Rejects, and takes it back, when the service refuses it. */
  edit(messageId: string, edit: MessageEdit): Promise<void>;
  /** Shows a deletion at once. Rejects, and takes it back, when the service refuses it. */
  delete(messageId: string): Promise<void>;
  /** Marks messages as read: up to the last one shown when `messageId` is absent. Only forwards. */
  markRead(messageId?: string): void;
  /** Returns the receipts of those who have read a message. */
  readBy(message: StoreMessage): readonly StoreReceipt[];
  /** Tells the others that the user is typing: at most every 8 seconds. */
  notifyTyping(): void;
}
