import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { toStorageError } from "./storage-error.ts";

const root = mkdtempSync(join(tmpdir(), "acs-chat-storage-"));
afterAll(() => rmSync(root, { recursive: true }));
const file = join(root, "x.sqlite");

/** Returns the error that an action throws. */
function thrown(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

describe("an error of storage", () => {
  it("is created for errors of SQLite: a full disk, and a read-only file", () => {
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE t (x TEXT); PRAGMA max_page_count = 3");
    const fill = (): void => {
      for (;;) database.exec("INSERT INTO t VALUES (hex(randomblob(3000)))");
    };
    expect(toStorageError(file, thrown(fill))?.message).toMatch(/disk is full. Free some space/);
    database.close();
    const reader = new DatabaseSync(file, { readOnly: true });
    const write = (): void => reader.exec("INSERT INTO t VALUES (1)");
    expect(toStorageError(file, thrown(write))?.message).toMatch(/read-only. Make it writable/);
    reader.close();
  });

  it.each([
    ["EROFS", /read-only/],
    ["ENOSPC", /disk is full/],
    ["EACCES", /does not have the permission/],
    ["ENOTDIR", /not a folder/],
  ])("of the operating system: %s", (code, message) => {
    const error = Object.assign(new Error(code), { code });
    expect(toStorageError(file, error)).toMatchObject({
      name: "StorageError",
      file,
      cause: error,
      message: expect.stringMatching(message),
    });
  });

  it("is undefined for errors that are not about storage", () => {
    expect(toStorageError(file, new Error("x"))).toBeUndefined();
    expect(toStorageError(file, Object.assign(new Error("x"), { code: "EADDRINUSE" }))).toBe(
      undefined,
    );
  });
});
