import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sqlite from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startChat } from "../../../test/support/chat.ts";
import { DATABASE_FILE, openDatabase } from "./open.ts";
import { SCHEMA_VERSION } from "./schema.ts";
import { openSqliteStore } from "./store.ts";

const FIXTURE = fileURLToPath(new URL("../../../test/fixtures/schema-1.sqlite", import.meta.url));
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "acs-chat-open-"));
  file = join(folder, DATABASE_FILE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const DAY = 24 * 60 * 60 * 1000;
const [KEPT, EXPIRES] = ["AQEB", "AgIC"].map((four) => `19:${four.repeat(10)}${four.slice(0, 3)}`);

describe("data of schema 1", () => {
  it("is opened completely", async () => {
    copyFileSync(FIXTURE, file);
    const store = await openSqliteStore(folder);
    const { identities, threads, messages, receipts, images, repeatables } = store.dump();
    expect(threads.map(({ topic }) => topic)).toEqual(["Kept", "Expires", "Gone"]);
    expect([identities, messages, receipts, images, repeatables].map((all) => all.length)).toEqual([
      2, 9, 1, 1, 1,
    ]);
    // Since schema 3 there is an order. Data of the same time is sorted by id.
    expect(identities.map(({ id }) => id.replace(/.*_/, ""))).toEqual(["alice", "bob"]);
    // Since schema 2 the end of retention is stored. Of the two threads with retention, one is deleted.
    expect(store.nextExpiry()).toBe(Date.UTC(2026, 0, 1) + 30 * DAY);
    expect(store.expiredThreads(Date.UTC(2027, 0)).map(({ topic }) => topic)).toEqual(["Expires"]);
    store.close();
  });

  it("can be requested from an emulator", async () => {
    copyFileSync(FIXTURE, file);
    await using chat = await startChat({ location: folder, now: () => Date.UTC(2026, 0, 2) });
    const prefix = `8:acs:${chat.emulator.engine.resourceId}_`;
    const bob = await chat.emulator.createToken(`${prefix}bob`);
    const list = await chat.request(bob, "GET", `/chat/threads/${KEPT}@thread.v2/messages`);
    expect(list.json.value.map((one: { content: object }) => one.content)).toMatchObject([
      { message: "" },
      { message: "first, edited" },
      { message: "second" },
      { topic: "Kept" },
      {},
    ]);
    const alice = await chat.emulator.createToken(`${prefix}alice`);
    chat.emulator.control.clock.advance(30 * DAY);
    const late = await chat.emulator.createToken(`${prefix}alice`);
    expect(alice).not.toEqual(late);
    const expired = await chat.request(late, "GET", `/chat/threads/${EXPIRES}@thread.v2`);
    expect(expired.status).toBe(404);
  });

  it("is migrated once", async () => {
    copyFileSync(FIXTURE, file);
    (await openSqliteStore(folder)).close();
    const database = new sqlite.DatabaseSync(file, { readOnly: true });
    const version = database.prepare("PRAGMA user_version").get();
    database.close();
    expect(version).toEqual({ user_version: SCHEMA_VERSION });
    (await openSqliteStore(folder)).close();
  });
});

const whole = readFileSync(FIXTURE);

/** Returns the fixture with a change. */
function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(whole);
  change(bytes);
  return bytes;
}

describe("unusable data is refused and left unchanged", () => {
  it.each([
    ["no database", Buffer.from("a long text, ".repeat(20)), /not a database, or it is damaged/],
    ["cut off in its header", whole.subarray(0, 50), /not a database, or it is damaged/],
    ["cut off in the middle", whole.subarray(0, whole.length / 2), /the database is damaged/],
    ["overwritten", changed((bytes) => bytes.fill(0xff, 4096, 8192)), /the database is damaged/],
    [
      "of a newer emulator",
      changed((bytes) => bytes.writeInt32BE(SCHEMA_VERSION + 1, 60)),
      /newer than this emulator's .*Update the emulator/,
    ],
    [
      "of another program",
      changed((bytes) => bytes.writeInt32BE(7, 68)),
      /the database of another program/,
    ],
  ])("%s", async (_, bytes, message) => {
    writeFileSync(file, bytes);
    await expect(openSqliteStore(folder)).rejects.toThrow(message);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("in use", () => {
    const first = openDatabase(sqlite, folder);
    expect(() => openDatabase(sqlite, folder)).toThrow(/another emulator is using it/);
    first.close();
    openDatabase(sqlite, folder).close();
  });
});
