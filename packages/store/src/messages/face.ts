import type { Slice } from "../lib/slice.ts";
import type { Changes } from "./changes.ts";
import type { Received, SentMessage } from "./model.ts";
import type { Outbox } from "./outbox.ts";
import type { MessagesLoading, MessagesSnapshot } from "./snapshot.ts";

/** The messages of a thread, and functions that move the window over them. */
export interface ThreadMessages extends Slice<MessagesSnapshot> {
  /** Which ends are being loaded. A slice of its own, so that the messages change once with each page. */
  readonly loading: Slice<MessagesLoading>;
  /** Loads a page of older messages. Does nothing before `load` of the thread. */
  loadOlder(): Promise<void>;
  /** Loads a page of newer messages, if `hasNewer`. */
  loadNewer(): Promise<void>;
  /** Returns to the newest messages, if `hasNewer`. The current messages stay until those are loaded. */
  loadNewest(): Promise<void>;
  /** Loads a page of a gap, from its newer end. */
  loadGap(id: string): Promise<void>;
}

/** Stored messages: all with a version from `floor` on. */
export interface StoredMessages {
  readonly floor: number;
  /** Changes after this version may be missing. */
  readonly resumeFrom: number;
  readonly messages: readonly SentMessage[];
}

/** The messages of a thread, as seen by the rest of the store. */
export interface MessagesModel {
  readonly slice: ThreadMessages;
  readonly observed: boolean;
  readonly outbox: Outbox;
  readonly changes: Changes;
  /** True while the newest page is being loaded. */
  readonly loading: boolean;
  readonly loaded: boolean;
  /** The id of the newest message that is shown. */
  readonly newestShown: string | undefined;
  /** True if changes may have been missed that were not read yet. */
  readonly behind: boolean;
  /** True if all messages after an id are loaded, or this many of the newest ones. */
  reachesDownTo(id: number, count: number): boolean;
  /** Loads the newest page, or after a restart the changes since the stored state. */
  load(): Promise<void>;
  receive(received: readonly Received[]): void;
  /** Called when events may have been missed. */
  fellBehind(reason: "disconnected" | "loss"): void;
  catchUp(): Promise<void>;
  save(count: number): StoredMessages | undefined;
  restore(stored: StoredMessages): void;
  /** Drops all messages except unsent ones. */
  forget(): void;
}
