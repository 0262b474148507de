import type {
  IdentityRecord,
  ImageRecord,
  MessageRecord,
  ParticipantRecord,
  ReceiptRecord,
  RepeatableRecord,
  StateDump,
  ThreadRecord,
} from "../engine/records.ts";

import type { ThreadPlace } from "./thread-order.ts";

/** Selects messages of a thread, which are listed newest version first. */
export interface MessageQuery {
  /** Only versions below this one (the last of the previous page). */
  readonly below: number;
  /** Only messages created at or after this time. */
  readonly createdFrom: number;
  readonly limit: number;
}

/** Selects threads of a user, which are listed by latest message, then by id. */
export interface ThreadQuery {
  /** The last thread of the previous page. */
  readonly after?: ThreadPlace;
  /** Only threads whose last message was sent at or after this time. */
  readonly from: number;
  /** Whether to include threads that the user was removed from. */
  readonly removed: boolean;
  readonly limit: number;
}

/** Selects threads by text. */
export interface ThreadSearch {
  /**
   * Text in lower case to find in the topic or the id of the thread, or in the id or the name of a
   * participant.
   */
  readonly text: string;
  /** Also finds threads that one of these users participates in. */
  readonly userIds: readonly string[];
}

/** True if a text contains another one, which must be in lower case. */
export const containsText = (whole: string, part: string): boolean =>
  whole.toLowerCase().includes(part);

/** A part of a list with a fixed order. */
interface Slice {
  readonly skip: number;
  readonly limit: number;
}

/**
 * The storage of the emulator's state. All calls are synchronous: data is written when the call
 * returns, and a transaction that has returned is durable (for the SQLite store even if the process
 * is killed immediately afterwards).
 */
export interface Store {
  /** Runs the work atomically: all of its writes are kept, or none if it throws. Cannot be nested. */
  transaction<T>(work: () => T): T;

  getIdentity(id: string): IdentityRecord | undefined;
  putIdentity(identity: IdentityRecord): void;
  deleteIdentity(id: string): void;
  /** Lists all users in insertion order. */
  listIdentities(): IdentityRecord[];

  getThread(id: string): ThreadRecord | undefined;
  putThread(thread: ThreadRecord): void;
  /** Lists the threads of the user, including deleted ones. */
  listThreads(userId: string, query: ThreadQuery): ThreadRecord[];
  /** Lists threads that are not deleted, by latest message, then by id. */
  listLatestThreads(limit: number, search?: ThreadSearch): ThreadRecord[];
  /** Counts the threads that are not deleted. */
  countThreads(): number;
  /**
   * Lists the threads that are not deleted and whose retention period ended by the time, in the order
   * of its end. The caller deletes them.
   */
  expiredThreads(at: number): ThreadRecord[];
  /** Returns a time before which no retention period ends; Infinity if none ends at all. */
  nextExpiry(): number;

  getParticipant(threadId: string, userId: string): ParticipantRecord | undefined;
  putParticipant(participant: ParticipantRecord): void;
  /** Lists the participants that were not removed, in insertion order. */
  listParticipants(threadId: string, slice: Slice): ParticipantRecord[];
  countParticipants(threadId: string): number;

  getMessage(threadId: string, id: number): MessageRecord | undefined;
  /** Adds a message or a newer version of it. Versions only increase within a thread. */
  putMessage(message: MessageRecord): void;
  listMessages(threadId: string, query: MessageQuery): MessageRecord[];

  putReceipt(receipt: ReceiptRecord): void;
  listReceipts(threadId: string, slice: Slice): ReceiptRecord[];

  getImage(threadId: string, id: string): ImageRecord | undefined;
  putImage(image: ImageRecord): void;
  deleteImage(threadId: string, id: string): void;

  getRepeatable(userId: string, requestId: string): RepeatableRecord | undefined;
  putRepeatable(repeatable: RepeatableRecord): void;

  /** True if there are neither users nor threads. */
  isEmpty(): boolean;
  /**
   * Returns the whole state as data. Users, threads and repeatable requests are in insertion order;
   * the rest is grouped by thread: participants by position, messages in the order they were sent,
   * receipts in the order of each user's first one, images in the order of upload.
   */
  dump(): StateDump;
  /** Replaces the whole state. */
  load(state: StateDump): void;
  /** Releases files. The store cannot be used afterwards. */
  close(): void;
}

/** Returns an empty state. */
export const emptyState = (): StateDump => ({
  identities: [],
  threads: [],
  participants: [],
  messages: [],
  receipts: [],
  images: [],
  repeatables: [],
});

/** Returns when a thread's retention period ends; Infinity if it has none or is deleted. */
export function expiryOf(thread: ThreadRecord): number {
  if (thread.deletedOn !== undefined || thread.deleteThreadAfterDays === undefined) return Infinity;
  return thread.createdOn + thread.deleteThreadAfterDays * 24 * 60 * 60 * 1000;
}
