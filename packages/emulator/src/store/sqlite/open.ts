import { accessSync, closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type * as Sqlite from "node:sqlite";
import type { DatabaseSync } from "node:sqlite";
import { makeFolder } from "../../files/make-folder.ts";
import { StorageError, sqliteCode, toStorageError } from "./storage-error.ts";
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from "./schema.ts";

/** Name of the database file in its folder. */
export const DATABASE_FILE = "emulator.sqlite";

/**
 * Opens the database in a folder, creates it if needed, and migrates an older schema.
 * @throws {@link StorageError} if the file is damaged, belongs to another program or a newer
 * emulator, is in use, or cannot be read or written. The file is left unchanged then.
 */
export function openDatabase(sqlite: typeof Sqlite, folder: string): DatabaseSync {
  const file = join(folder, DATABASE_FILE);
  try {
    makeFolder(folder);
    // Checked first, because SQLite does not report why it cannot open a file.
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found !== undefined) accessSync(file, constants.R_OK | constants.W_OK);
    if (found?.isDirectory() === true || (found?.size ?? 0) > 0) {
      checkHeader(file);
      checkContent(sqlite, file);
    }
  } catch (error) {
    throw toStorageError(file, error) ?? error;
  }
  let database: DatabaseSync | undefined;
  try {
    database = new sqlite.DatabaseSync(file);
    // Only one emulator may use the file. The lock is released when the process ends.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    migrate(database, file);
    // Written to the log before the response is sent, so data survives when the process is killed.
    // Only a crash of the machine can lose the latest writes.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    return database;
  } catch (error) {
    database?.close();
    throw (
      toStorageError(file, error) ??
      new StorageError(file, "it cannot be opened. Move it away to start with an empty state.", {
        cause: error,
      })
    );
  }
}

/** Checks the fixed fields of SQLite's file format without opening the file as a database. */
function checkHeader(file: string): void {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, "r");
  let read: number;
  try {
    read = readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  if (read < header.length || header.toString("latin1", 0, 16) !== "SQLite format 3\0") {
    throw new StorageError(file, "this is not a database, or it is damaged. Move it away.");
  }
  if (header.readInt32BE(68) !== APPLICATION_ID) {
    throw new StorageError(
      file,
      "this is the database of another program. Give another --location.",
    );
  }
  const version = header.readInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw new StorageError(
      file,
      `its schema ${version} is newer than this emulator's (${SCHEMA_VERSION}). Update the emulator, or give another --location.`,
    );
  }
}

function checkContent(sqlite: typeof Sqlite, file: string): void {
  let problem: unknown;
  let cause: unknown;
  try {
    const database = new sqlite.DatabaseSync(file, { readOnly: true });
    try {
      problem = database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    } finally {
      database.close();
    }
  } catch (error) {
    // The emulator that holds the lock has checked the file. Opening it for writing reports the lock.
    if (isLocked(error)) return;
    if (!isDamage(error)) throw error;
    [problem, cause] = [error instanceof Error ? error.message : "unreadable", error];
  }
  if (problem === "ok") return;
  throw new StorageError(
    file,
    `the database is damaged (${String(problem)}). Move it away, or restore a copy of it.`,
    { cause },
  );
}

/** SQLITE_BUSY and SQLITE_LOCKED. */
const isLocked = (error: unknown): boolean => [5, 6].includes(sqliteCode(error) ?? 0);
/** SQLITE_CORRUPT and SQLITE_NOTADB. Errors without a code of SQLite may be damage as well. */
const isDamage = (error: unknown): boolean => [11, 26].includes(sqliteCode(error) ?? 11);

function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version > SCHEMA_VERSION) {
    throw new StorageError(file, `its schema ${version} is newer than this emulator's.`);
  }
  if (version === SCHEMA_VERSION) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const step of MIGRATIONS.slice(version)) step(database);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec("COMMIT");
  } catch (error) {
    // When the disk is full, SQLite has rolled back already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
  if (version > 0) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}
