import { statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { ImageRecord, StateDump, ThreadRecord } from "../../engine/records.ts";
import { fromDump, imageToDump } from "../dump.ts";
import { type Store, containsText, expiryOf } from "../store.ts";
import { createThreadOrder, type ThreadPlace } from "../thread-order.ts";
import { DATABASE_FILE, openDatabase } from "./open.ts";
import { StorageError, toStorageError } from "./storage-error.ts";

/**
 * Opens a store in a folder. Committed transactions survive when the process is killed.
 * @throws {@link StorageError} if the folder's data cannot be used.
 */
export async function openSqliteStore(folder: string): Promise<Store> {
  const sqlite = await import("node:sqlite");
  return createStore(openDatabase(sqlite, folder), join(folder, DATABASE_FILE));
}

const TABLES = [
  "identities",
  "threads",
  "participants",
  "messages",
  "receipts",
  "images",
  "repeatables",
] as const;

function createStore(database: DatabaseSync, file: string): Store {
  const { ino } = statSync(file);
  // SQLite would continue to write to a deleted file without an error.
  const checkFile = (): void => {
    if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return;
    const message =
      "the file was deleted or replaced while the emulator ran: nothing is saved any more. Restart the emulator.";
    throw new StorageError(file, message);
  };
  database.function("contains_text", { deterministic: true }, (whole, part) =>
    Number(containsText(String(whole ?? ""), String(part))),
  );
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
    return statement;
  };
  const run = (sql: string, ...values: SQLInputValue[]): void => void prepare(sql).run(...values);
  const one = <T>(sql: string, ...values: SQLInputValue[]): T | undefined => {
    const row = prepare(sql).get(...values);
    return row === undefined ? undefined : parse<T>(row["record"]);
  };
  const all = <T>(sql: string, ...values: SQLInputValue[]): T[] =>
    prepare(sql)
      .all(...values)
      .map((row) => parse<T>(row["record"]));
  const number = (sql: string, ...values: SQLInputValue[]): number | undefined => {
    const value = prepare(sql).get(...values)?.["value"];
    return typeof value === "number" ? value : undefined;
  };

  // The order of lists is kept in memory: with an index by user, each send would write a row for each
  // participant of the thread.
  const order = createThreadOrder({
    all: (userId) => places(`${PLACES} WHERE user_id = ?`, userId),
    one: (userId, threadId) =>
      places(`${PLACES} WHERE user_id = ? AND thread_id = ?`, userId, threadId)[0],
  });
  const places = (sql: string, ...values: SQLInputValue[]): ThreadPlace[] =>
    prepare(sql)
      .all(...values)
      .map((row) => ({ id: String(row["id"]), lastMessageOn: Number(row["last_message_on"]) }));

  let nextExpiry = number("SELECT MIN(expires_on) AS value FROM threads") ?? Infinity;

  const hasLeft = (threadId: string, userId: string): boolean =>
    store.getParticipant(threadId, userId)?.removedAtVersion !== undefined;

  const store: Store = {
    transaction(work) {
      checkFile();
      run("BEGIN IMMEDIATE");
      try {
        const result = work();
        run("COMMIT");
        return result;
      } catch (error) {
        // When the disk is full, SQLite has rolled back already.
        if (database.isTransaction) run("ROLLBACK");
        order.clear();
        throw toStorageError(file, error) ?? error;
      }
    },

    getIdentity: (id) => one("SELECT record FROM identities WHERE id = ?", id),
    putIdentity: (identity) =>
      run(
        `INSERT INTO identities (id, record) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
        identity.id,
        JSON.stringify(identity),
      ),
    deleteIdentity: (id) => run("DELETE FROM identities WHERE id = ?", id),
    listIdentities: () => all("SELECT record FROM identities ORDER BY number"),

    getThread: (id) => one("SELECT record FROM threads WHERE id = ?", id),
    putThread(thread) {
      const expiry = expiryOf(thread);
      nextExpiry = Math.min(nextExpiry, expiry);
      order.touch(thread.id);
      run(
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
        const thread = removed || !hasLeft(id, userId) ? store.getThread(id) : undefined;
        if (thread !== undefined) found.push(thread);
      }
      return found;
    },
    listLatestThreads(limit, search) {
      if (search === undefined) return all(`${LIVE_THREADS} ${LATEST_FIRST} ?`, rows(limit));
      return prepare(`${LIVE_THREADS} ${foundBy(search.text)} ${LATEST_FIRST} $limit`)
        .all({
          text: search.text,
          userIds: JSON.stringify(search.userIds),
          limit: rows(limit),
        })
        .map((row) => parse<ThreadRecord>(row["record"]));
    },
    countThreads: () =>
      number("SELECT COUNT(*) AS value FROM threads WHERE record ->> '$.deletedOn' IS NULL") ?? 0,
    expiredThreads(at) {
      nextExpiry =
        number("SELECT MIN(expires_on) AS value FROM threads WHERE expires_on > ?", at) ?? Infinity;
      return all("SELECT record FROM threads WHERE expires_on <= ? ORDER BY expires_on, id", at);
    },
    nextExpiry: () => nextExpiry,

    getParticipant: (threadId, userId) =>
      one("SELECT record FROM participants WHERE thread_id = ? AND user_id = ?", threadId, userId),
    putParticipant(participant) {
      order.touch(participant.threadId);
      run(
        "REPLACE INTO participants VALUES (?, ?, ?, ?, ?)",
        participant.threadId,
        participant.userId,
        participant.position,
        participant.removedAtVersion === undefined ? 0 : 1,
        JSON.stringify(participant),
      );
    },
    listParticipants: (threadId, { skip, limit }) =>
      all(
        `SELECT record FROM participants WHERE thread_id = ? AND removed = 0
         ORDER BY position LIMIT ? OFFSET ?`,
        threadId,
        rows(limit),
        skip,
      ),
    countParticipants: (threadId) =>
      number(
        "SELECT COUNT(*) AS value FROM participants WHERE thread_id = ? AND removed = 0",
        threadId,
      ) ?? 0,

    getMessage: (threadId, id) =>
      one("SELECT record FROM messages WHERE thread_id = ? AND id = ?", threadId, id),
    putMessage: (message) =>
      run(
        "REPLACE INTO messages VALUES (?, ?, ?, ?, ?)",
        message.threadId,
        message.id,
        message.version,
        message.createdOn,
        JSON.stringify(message),
      ),
    listMessages: (threadId, { below, createdFrom, limit }) =>
      all(
        `SELECT record FROM messages
         WHERE thread_id = ? AND version < ? AND version >= ? AND created_on >= ?
         ORDER BY version DESC LIMIT ?`,
        threadId,
        Math.min(below, Number.MAX_SAFE_INTEGER),
        createdFrom,
        createdFrom,
        rows(limit),
      ),

    putReceipt: (receipt) =>
      run(
        `INSERT INTO receipts (thread_id, user_id, record) VALUES (?, ?, ?)
         ON CONFLICT (thread_id, user_id) DO UPDATE SET record = excluded.record`,
        receipt.threadId,
        receipt.userId,
        JSON.stringify(receipt),
      ),
    listReceipts: (threadId, { skip, limit }) =>
      all(
        "SELECT record FROM receipts WHERE thread_id = ? ORDER BY number LIMIT ? OFFSET ?",
        threadId,
        rows(limit),
        skip,
      ),

    getImage(threadId, id) {
      const row = prepare("SELECT record, bytes FROM images WHERE thread_id = ? AND id = ?").get(
        threadId,
        id,
      );
      return row === undefined ? undefined : toImage(row);
    },
    putImage({ bytes, ...image }) {
      const record = JSON.stringify(image);
      run("REPLACE INTO images VALUES (?, ?, ?, ?)", image.threadId, image.id, record, bytes);
    },
    deleteImage: (threadId, id) =>
      run("DELETE FROM images WHERE thread_id = ? AND id = ?", threadId, id),

    getRepeatable: (userId, requestId) =>
      one("SELECT record FROM repeatables WHERE user_id = ? AND request_id = ?", userId, requestId),
    putRepeatable: (repeatable) =>
      run(
        `INSERT INTO repeatables (user_id, request_id, record) VALUES (?, ?, ?)
         ON CONFLICT (user_id, request_id) DO UPDATE SET record = excluded.record`,
        repeatable.userId,
        repeatable.requestId,
        JSON.stringify(repeatable),
      ),

    isEmpty: () =>
      number(
        "SELECT EXISTS (SELECT 1 FROM identities) OR EXISTS (SELECT 1 FROM threads) AS value",
      ) === 0,
    dump(): StateDump {
      const threads = all<ThreadRecord>("SELECT record FROM threads ORDER BY number");
      const byThread = threadByThread(threads);
      const images = prepare("SELECT record, bytes FROM images ORDER BY rowid").all().map(toImage);
      return {
        identities: store.listIdentities(),
        threads,
        participants: byThread(all("SELECT record FROM participants ORDER BY thread_id, position")),
        messages: byThread(all("SELECT record FROM messages ORDER BY thread_id, id")),
        receipts: byThread(all("SELECT record FROM receipts ORDER BY number")),
        images: byThread(images).map(imageToDump),
        repeatables: all("SELECT record FROM repeatables ORDER BY number"),
      };
    },
    load(state) {
      store.transaction(() => {
        for (const table of TABLES) run(`DELETE FROM ${table}`);
        nextExpiry = Infinity;
        order.clear();
        fromDump(store, state);
      });
    },
    close: () => database.close(),
  };
  return store;
}

const PLACES =
  "SELECT threads.id, last_message_on FROM participants JOIN threads ON threads.id = thread_id";

// The condition must equal that of the index threads_by_latest.
const LIVE_THREADS = "SELECT record FROM threads WHERE record ->> '$.deletedOn' IS NULL";
const LATEST_FIRST = "ORDER BY last_message_on DESC, id LIMIT";
/** Returns the condition for threads that match a search. */
function foundBy(text: string): string {
  // SQLite's lower() is much faster than a custom function, but supports ASCII letters only.
  const ascii = /^[\x20-\x7e]*$/.test(text);
  const contains = (column: string): string =>
    ascii ? `instr(lower(${column}), $text)` : `contains_text(${column}, $text)`;
  return `AND (
    ${contains("record ->> '$.topic'")} OR ${contains("id")} OR id IN (
      SELECT thread_id FROM participants
      WHERE removed = 0 AND (
        user_id IN (SELECT value FROM json_each($userIds)) OR ${contains("user_id")}
        OR ${contains("record ->> '$.displayName'")}
      )
    )
  )`;
}

const parse = <T>(text: unknown): T => JSON.parse(String(text)) as T;

/** Returns a function that groups records by thread and keeps their order within each thread. */
function threadByThread(
  threads: readonly ThreadRecord[],
): <T extends { readonly threadId: string }>(records: T[]) => T[] {
  const places = new Map(threads.map(({ id }, index) => [id, index]));
  const placeOf = (one: { readonly threadId: string }): number => places.get(one.threadId) ?? -1;
  return (records) => records.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Returns the LIMIT in SQL. A negative number means no limit. */
const rows = (limit: number): number => (limit === Infinity ? -1 : limit);

function toImage(row: Record<string, unknown>): ImageRecord {
  const { bytes } = row;
  const image = parse<Omit<ImageRecord, "bytes">>(row["record"]);
  return { ...image, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array() };
}
