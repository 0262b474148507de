/** Thrown if existing data cannot be used, or if no data can be stored. The file is left unchanged. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** The path of the file. */
  readonly file: string;

  constructor(file: string, message: string, options?: { readonly cause?: unknown }) {
    super(`${file}: ${message}`, options);
    this.file = file;
  }
}

const NO_PERMISSION =
  "the current user does not have the permission for it. Change its permissions, or give another --location.";
const READ_ONLY =
  "it cannot be written: its disk, its folder or the file is read-only. Make it writable, or give another --location.";
const FULL = "its disk is full. Free some space, or give another --location.";
const NO_FOLDER =
  "its --location is not a folder: a file has the same path. Move the file away, or give another --location.";

/** The meaning of the operating system's error codes. */
const BY_CODE: Readonly<Record<string, string>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: READ_ONLY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  EISDIR: "this is a folder, not a database. Move it away, or give another --location.",
};

/** The meaning of SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const BY_SQLITE_CODE: Readonly<Record<number, string>> = {
  3: NO_PERMISSION,
  5: "another emulator is using it. Stop that one, or give another --location.",
  6: "another emulator is using it. Stop that one, or give another --location.",
  8: READ_ONLY,
  10: "its disk failed to read or write. Check the disk, or give another --location.",
  13: FULL,
  14: "it cannot be opened: the current user may lack the permission. Change its permissions, or give another --location.",
};

/** Returns the primary code of an SQLite error; undefined for other errors. */
export function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" ? code & 0xff : undefined;
}

/**
 * Converts an error of the operating system or of SQLite to a StorageError that says what to do.
 * @returns Undefined for errors that are not about storage.
 */
export function toStorageError(file: string, error: unknown): StorageError | undefined {
  if (error instanceof StorageError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = BY_CODE[code] ?? BY_SQLITE_CODE[sqliteCode(error) ?? -1];
  return reason === undefined ? undefined : new StorageError(file, reason, { cause: error });
}
