import type { ChatParticipant, ChatThreadProperties } from "@acs-chat/client";
import type { Slice } from "../lib/slice.ts";
import type { MessageEdit } from "../messages/changes.ts";
import type { ThreadMessages } from "../messages/face.ts";
import type { StoreMessage } from "../messages/model.ts";
import type { OutgoingMessage } from "../messages/unsent.ts";
import type { StoreReceipt } from "./receipts.ts";
import type { Typist } from "./typing.ts";

/** The properties of a thread. A thread that was only listed has nothing but `topic`. */
export type StoreThreadProperties = Partial<ChatThreadProperties> & { readonly topic: string };

/** The state of a thread. */
export interface ThreadState {
  /** `ready` once messages are loaded; `new` again if the first load fails. */
  readonly phase: "new" | "loading" | "ready";
  /** The user's membership. After leaving, earlier messages can still be read. */
  readonly membership: "member" | "left" | "deleted";
  /** False in threads of more than 20 participants, where the service has no receipts and typing notifications. */
  readonly receiptsAndTyping: boolean;
  /** The number of unread messages; 100 means 100 or more; undefined until it is known. */
  readonly unreadCount: number | undefined;
  /** The newest known message of a user. */
  readonly lastMessage: StoreMessage | undefined;
  /**
   * The error of the last load, if it failed in whole or in part; undefined after a successful one. The load is
   * repeated with the next `load`, the next event of the thread, or the next connection.
   */
  readonly error?: unknown;
}

/** A thread. Its functions can be called without `this`. */
export interface StoreThread {
  readonly id: string;
  readonly messages: ThreadMessages;
  readonly participants: Slice<readonly ChatParticipant[]>;
  readonly properties: Slice<StoreThreadProperties>;
  readonly receipts: Slice<readonly StoreReceipt[]>;
  readonly typing: Slice<readonly Typist[]>;
  readonly state: Slice<ThreadState>;
  /** The text that the user has entered and not sent. */
  readonly draft: Slice<string> & { set(text: string): void };
  /** Loads the newest messages, participants, properties and receipts, unless they are loaded already. */
  load(): Promise<void>;
  /** Shows a message and sends it. Returns its key. If it fails, the message's `status` and `error` are set. */
  send(message: string | OutgoingMessage): string;
  /** Sends a failed message again, unless it turns out to have arrived. */
  retry(key: string): void;
  /** Removes a failed or waiting message. */
  discard(key: string): void;
  /** Shows an edit at once. If the service refuses it, reverts it and rejects. */
  edit(messageId: string, edit: MessageEdit): Promise<void>;
  /** Shows a deletion at once. If the service refuses it, reverts it and rejects. */
  delete(messageId: string): Promise<void>;
  /** Marks messages as read, up to the given one, or else the last one shown. Never moves backwards. */
  markRead(messageId?: string): void;
  /** Returns the receipts of the users who have read a message. */
  readBy(message: StoreMessage): readonly StoreReceipt[];
  /** Notifies others that the user is typing, at most every 8 seconds. */
  notifyTyping(): void;
}
