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

/** Which messages of a thread to list: newest version first. */
export interface MessageQuery {
  /** Only versions below it (where the page before ended). */
  readonly below: number;
  /** Only messages created at or after it. */
  readonly createdFrom: number;
  readonly limit: number;
}

/** Which threads of a user to list: latest message first, then by id. */
export interface ThreadQuery {
  /** The last thread of the page before. */
  readonly after?: ThreadPlace;
  /** Only threads whose last message came at or after it. */
  readonly from: number;
  /** Also threads that the user was removed from. */
  readonly removed: boolean;
  readonly limit: number;
}

/** Which threads to find. */
export interface ThreadSearch {
  /**
   * In lower case: part of the topic or the id, or of the id or the name in the thread of somebody
   * who is in it.
   */
  readonly text: string;
  /** Threads with one of these users in them are found as well. */
  readonly userIds: readonly string[];
}

/** Whether a text contains another, which is in lower case. */
export const containsText = (whole: string, part: string): boolean =>
  whole.toLowerCase().includes(part);

/** Part of a list that is kept in a fixed order. */
export interface Slice {
  readonly skip: number;
  readonly limit: number;
}

/**
 * Where the emulator keeps its state. All calls are synchronous: what a call wrote is there when it
 * returns, and a transaction that returned is kept (for the SQLite store: also if the process is
 * killed in the next instant).
 */
export interface Store {
  /** Runs the work as one: all of its writes stay, or none if it throws. Does not nest. */
  transaction<T>(work: () => T): T;

  getIdentity(id: string): IdentityRecord | undefined;
  putIdentity(identity: IdentityRecord): void;
  deleteIdentity(id: string): void;
  /** All users, in the order they came. */
  listIdentities(): IdentityRecord[];

  getThread(id: string): ThreadRecord | undefined;
  putThread(thread: ThreadRecord): void;
  /** Threads of the user, also deleted ones. */
  listThreads(userId: string, query: ThreadQuery): ThreadRecord[];
  /** Threads that are not deleted: latest message first, then by id, so many at most. */
  listLatestThreads(limit: number, search?: ThreadSearch): ThreadRecord[];
  /** How many threads are not deleted. */
  countThreads(): number;
  /**
   * Threads that are not deleted and whose retention ended by the time, in the order in which it
   * ended; they are to be deleted.
   */
  expiredThreads(at: number): ThreadRecord[];
  /** No retention ends before it; Infinity if none ends at all. */
  nextExpiry(): number;

  getParticipant(threadId: string, userId: string): ParticipantRecord | undefined;
  putParticipant(participant: ParticipantRecord): void;
  /** Participants that were not removed, in the order they came. */
  listParticipants(threadId: string, slice: Slice): ParticipantRecord[];
  countParticipants(threadId: string): number;

  getMessage(threadId: string, id: number): MessageRecord | undefined;
  /** Adds a message, or puts a newer version; versions only rise within a thread. */
  putMessage(message: MessageRecord): void;
  listMessages(threadId: string, query: MessageQuery): MessageRecord[];

  putReceipt(receipt: ReceiptRecord): void;
  listReceipts(threadId: string, slice: Slice): ReceiptRecord[];

  getImage(threadId: string, id: string): ImageRecord | undefined;
  putImage(image: ImageRecord): void;
  deleteImage(threadId: string, id: string): void;

  getRepeatable(userId: string, requestId: string): RepeatableRecord | undefined;
  putRepeatable(repeatable: RepeatableRecord): void;

  /** Whether there are neither users nor threads. */
  isEmpty(): boolean;
  /**
   * All of the state as data. Users, threads and what makes requests repeatable in the order they
   * came; the rest thread by thread: participants by position, messages as they were sent, receipts
   * by when their user first read, images as they were uploaded.
   */
  dump(): StateDump;
  /** Replaces all of the state. */
  load(state: StateDump): void;
  /** Lets go of files. The store cannot be used afterwards. */
  close(): void;
}

/** A state with nothing in it. */
export const emptyState = (): StateDump => ({
  identities: [],
  threads: [],
  participants: [],
  messages: [],
  receipts: [],
  images: [],
  repeatables: [],
});

/** When a thread's retention ends; Infinity if it has none or is deleted already. */
export function expiryOf(thread: ThreadRecord): number {
  if (thread.deletedOn !== undefined || thread.deleteThreadAfterDays === undefined) return Infinity;
  return thread.createdOn + thread.deleteThreadAfterDays * 24 * 60 * 60 * 1000;
}
