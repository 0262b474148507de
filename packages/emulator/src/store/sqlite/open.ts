import { closeSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type * as Sqlite from "node:sqlite";
import type { DatabaseSync } from "node:sqlite";
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from "./schema.ts";

/** The data of an earlier run cannot be used. The file was left as it is. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** The file it is about. */
  readonly file: string;

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
    this.file = file;
  }
}

/** Name of the database file in its folder. */
export const DATABASE_FILE = "emulator.sqlite";

/**
 * Opens the database in a folder, makes it if there is none, and brings an older schema up to date.
 * @throws {@link StorageError} if the file is damaged, is not the emulator's, is of a newer
 * emulator, or is in use. It is not touched then.
 */
export function openDatabase(sqlite: typeof Sqlite, folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, DATABASE_FILE);
  const exists = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (exists) {
    checkHeader(file);
    checkContent(sqlite, file);
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
    if (error instanceof StorageError) throw error;
    const locked = error instanceof Error && /lock/i.test(error.message);
    const reason = locked
      ? "another emulator uses it. Stop that one, or give another --location."
      : "it cannot be opened. Move it away to start afresh.";
    throw new StorageError(file, reason, { cause: error });
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
    if (error instanceof Error && /lock/i.test(error.message)) return;
    [problem, cause] = [error instanceof Error ? error.message : "unreadable", error];
  }
  if (problem === "ok") return;
  throw new StorageError(
    file,
    `the database is damaged (${String(problem)}). Move it away, or restore a copy of it.`,
    { cause },
  );
}

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
    database.exec("ROLLBACK");
    throw error;
  }
  if (version > 0) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}
