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
 * Opens the database in a folder, makes it if there is none, and brings an older schema up to date.
 * @throws {@link StorageError} if the file is damaged, is not the emulator's, is of a newer
 * emulator, is in use, or cannot be read or written. It is not touched then.
 */
export function openDatabase(sqlite: typeof Sqlite, folder: string): DatabaseSync {
  const file = join(folder, DATABASE_FILE);
  try {
    makeFolder(folder);
    // Found out before SQLite is, which does not say why it cannot open a file.
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
    // One emulator a file; the lock goes with the process, however it ends.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    migrate(database, file);
    // Written to the log before a request is answered: the operating system keeps it when the
    // process is killed. Only a failure of the machine itself can lose the last moments.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    return database;
  } catch (error) {
    database?.close();
    throw (
      toStorageError(file, error) ??
      new StorageError(file, "it cannot be opened. Move it away to start afresh.", { cause: error })
    );
  }
}

/** Reads what SQLite's file format says at fixed places, without opening the file as a database. */
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
    throw new StorageError(file, "this is no database, or it is damaged. Move it away.");
  }
  if (header.readInt32BE(68) !== APPLICATION_ID) {
    throw new StorageError(file, "this is another program's database. Give another --location.");
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
    // Whoever holds the lock has checked it; opening for writing tells of the lock.
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
/** SQLITE_CORRUPT and SQLITE_NOTADB; what has no code of SQLite's own may be damage too. */
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
    // Out of room, SQLite has rolled back on its own.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
  if (version > 0) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}
