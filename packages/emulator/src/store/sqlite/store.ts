import { statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { StateDump, ThreadRecord } from "../../engine/records.ts";
import { fromDump, imageToDump } from "../dump.ts";
import type { Store } from "../store.ts";
import { createIdentityStore } from "./identities.ts";
import { createImageStore } from "./images.ts";
import { createMessageStore } from "./messages.ts";
import { DATABASE_FILE, openDatabase } from "./open.ts";
import { createParticipantStore } from "./participants.ts";
import { createQueries } from "./queries.ts";
import { createReceiptStore } from "./receipts.ts";
import { createRepeatableStore } from "./repeatables.ts";
import { StorageError, toStorageError } from "./storage-error.ts";
import { addSearchFunction } from "./thread-search.ts";
import { createSqliteThreadOrder, createThreadStore } from "./threads.ts";

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
  const checkFile = createFileCheck(file);
  addSearchFunction(database);
  const queries = createQueries(database);
  const order = createSqliteThreadOrder(queries);
  const participants = createParticipantStore(queries, order);
  const { clear, ...threads } = createThreadStore(queries, order, participants);
  const { listImages, ...images } = createImageStore(queries);

  const store: Store = {
    ...createIdentityStore(queries),
    ...threads,
    ...participants,
    ...createMessageStore(queries),
    ...createReceiptStore(queries),
    ...images,
    ...createRepeatableStore(queries),

    transaction(work) {
      checkFile();
      queries.run("BEGIN IMMEDIATE");
      try {
        const result = work();
        queries.run("COMMIT");
        return result;
      } catch (error) {
        // When the disk is full, SQLite has rolled back already.
        if (database.isTransaction) queries.run("ROLLBACK");
        order.clear();
        throw toStorageError(file, error) ?? error;
      }
    },

    isEmpty: () =>
      queries.number(
        "SELECT EXISTS (SELECT 1 FROM identities) OR EXISTS (SELECT 1 FROM threads) AS value",
      ) === 0,
    dump(): StateDump {
      const allThreads = queries.all<ThreadRecord>("SELECT record FROM threads ORDER BY number");
      const byThread = threadByThread(allThreads);
      return {
        identities: store.listIdentities(),
        threads: allThreads,
        participants: byThread(
          queries.all("SELECT record FROM participants ORDER BY thread_id, position"),
        ),
        messages: byThread(queries.all("SELECT record FROM messages ORDER BY thread_id, id")),
        receipts: byThread(queries.all("SELECT record FROM receipts ORDER BY number")),
        images: byThread(listImages()).map(imageToDump),
        repeatables: queries.all("SELECT record FROM repeatables ORDER BY number"),
      };
    },
    load(state) {
      store.transaction(() => {
        for (const table of TABLES) queries.run(`DELETE FROM ${table}`);
        clear();
        fromDump(store, state);
      });
    },
    close: () => database.close(),
  };
  return store;
}

/** Returns a function that throws if the file was deleted or replaced: SQLite would continue to write to it. */
function createFileCheck(file: string): () => void {
  const { ino } = statSync(file);
  return () => {
    if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return;
    const message =
      "the file was deleted or replaced while the emulator ran: nothing is saved any more. Restart the emulator.";
    throw new StorageError(file, message);
  };
}

/** Returns a function that groups records by thread and keeps their order within each thread. */
function threadByThread(
  threads: readonly ThreadRecord[],
): <T extends { readonly threadId: string }>(records: T[]) => T[] {
  const places = new Map(threads.map(({ id }, index) => [id, index]));
  const placeOf = (one: { readonly threadId: string }): number => places.get(one.threadId) ?? -1;
  return (records) => records.toSorted((a, b) => placeOf(a) - placeOf(b));
}
