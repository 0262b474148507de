import type { SQLInputValue } from "node:sqlite";
import type { ThreadRecord } from "../../engine/records.ts";
import { expiryOf, type Store } from "../store.ts";
import { createThreadOrder, type ThreadOrder, type ThreadPlace } from "../thread-order.ts";
import type { ParticipantStore } from "./participants.ts";
import { limitOf, parseRecord, type Queries } from "./queries.ts";
import { foundBy } from "./thread-search.ts";

interface ThreadStore extends Pick<
  Store,
  | "getThread"
  | "putThread"
  | "listThreads"
  | "listLatestThreads"
  | "countThreads"
  | "expiredThreads"
  | "nextExpiry"
> {
  /** Forgets what is kept in memory, after all threads were deleted. */
  clear(): void;
}

/** Stores threads in the table `threads`. */
export function createThreadStore(
  queries: Queries,
  order: ThreadOrder,
  participants: ParticipantStore,
): ThreadStore {
  let nextExpiry = queries.number("SELECT MIN(expires_on) AS value FROM threads") ?? Infinity;

  const getThread = (id: string): ThreadRecord | undefined =>
    queries.one("SELECT record FROM threads WHERE id = ?", id);
  const hasLeft = (threadId: string, userId: string): boolean =>
    participants.getParticipant(threadId, userId)?.removedAtVersion !== undefined;

  return {
    getThread,
    putThread(thread) {
      const expiry = expiryOf(thread);
      nextExpiry = Math.min(nextExpiry, expiry);
      order.touch(thread.id);
      queries.run(
        `INSERT INTO threads (id, last_message_on, record, expires_on) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET last_message_on = excluded.last_message_on,
           record = excluded.record, expires_on = excluded.expires_on`,
        thread.id,
        thread.lastMessageOn,
        JSON.stringify(thread),
        expiry === Infinity ? null : expiry,
      );
    },
    listThreads(userId, { after, from, limit, removed }) {
      const found: ThreadRecord[] = [];
      for (const { id, lastMessageOn } of order.after(userId, after)) {
        if (lastMessageOn < from || found.length >= limit) break;
        const thread = removed || !hasLeft(id, userId) ? getThread(id) : undefined;
        if (thread !== undefined) found.push(thread);
      }
      return found;
    },
    listLatestThreads(limit, search) {
      if (search === undefined)
        return queries.all(`${LIVE_THREADS} ${LATEST_FIRST} ?`, limitOf(limit));
      return queries
        .prepare(`${LIVE_THREADS} ${foundBy(search.text)} ${LATEST_FIRST} $limit`)
        .all({
          text: search.text,
          userIds: JSON.stringify(search.userIds),
          limit: limitOf(limit),
        })
        .map((row) => parseRecord<ThreadRecord>(row));
    },
    countThreads: () =>
      queries.number(
        "SELECT COUNT(*) AS value FROM threads WHERE record ->> '$.deletedOn' IS NULL",
      ) ?? 0,
    expiredThreads(at) {
      nextExpiry =
        queries.number("SELECT MIN(expires_on) AS value FROM threads WHERE expires_on > ?", at) ??
        Infinity;
      return queries.all(
        "SELECT record FROM threads WHERE expires_on <= ? ORDER BY expires_on, id",
        at,
      );
    },
    nextExpiry: () => nextExpiry,
    clear() {
      nextExpiry = Infinity;
      order.clear();
    },
  };
}

/**
 * Creates the order of the threads in lists, which is kept in memory: with an index by user, each send would write a row
 * for each participant of the thread.
 */
export function createSqliteThreadOrder(queries: Queries): ThreadOrder {
  const places = (sql: string, ...values: SQLInputValue[]): ThreadPlace[] =>
    queries
      .prepare(sql)
      .all(...values)
      .map((row) => ({ id: String(row["id"]), lastMessageOn: Number(row["last_message_on"]) }));
  return createThreadOrder({
    all: (userId) => places(`${PLACES} WHERE user_id = ?`, userId),
    one: (userId, threadId) =>
      places(`${PLACES} WHERE user_id = ? AND thread_id = ?`, userId, threadId)[0],
  });
}

const PLACES =
  "SELECT threads.id, last_message_on FROM participants JOIN threads ON threads.id = thread_id";

// The condition must equal that of the index threads_by_latest.
const LIVE_THREADS = "SELECT record FROM threads WHERE record ->> '$.deletedOn' IS NULL";
const LATEST_FIRST = "ORDER BY last_message_on DESC, id LIMIT";
