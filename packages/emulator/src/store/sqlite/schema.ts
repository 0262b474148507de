import type { DatabaseSync } from "node:sqlite";

/** Identifies a database file of the emulator: "acsc" in ASCII. */
export const APPLICATION_ID = 0x61637363;

/**
 * The migrations from each schema version to the next. The first one creates the schema. Never
 * change a released entry: append a new one. The file's user_version counts them.
 */
export const MIGRATIONS: readonly ((database: DatabaseSync) => void)[] = [
  (database) => {
    database.exec(`
      CREATE TABLE identities (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE threads (
        id TEXT PRIMARY KEY, last_message_on INTEGER NOT NULL, record TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE participants (
        thread_id TEXT NOT NULL, user_id TEXT NOT NULL, position INTEGER NOT NULL,
        removed INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (thread_id, user_id)
      ) WITHOUT ROWID;
      CREATE INDEX participants_by_user ON participants (user_id, thread_id);
      CREATE TABLE messages (
        thread_id TEXT NOT NULL, id INTEGER NOT NULL, version INTEGER NOT NULL,
        created_on INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (thread_id, id)
      );
      CREATE UNIQUE INDEX messages_by_version ON messages (thread_id, version);
      CREATE TABLE receipts (
        number INTEGER PRIMARY KEY, thread_id TEXT NOT NULL, user_id TEXT NOT NULL,
        record TEXT NOT NULL, UNIQUE (thread_id, user_id)
      );
      CREATE TABLE images (
        thread_id TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, bytes BLOB NOT NULL,
        PRIMARY KEY (thread_id, id)
      );
      CREATE TABLE repeatables (
        user_id TEXT NOT NULL, request_id TEXT NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (user_id, request_id)
      ) WITHOUT ROWID;
    `);
  },
  // 2: when a thread's retention ends, so that expired threads are found by an index.
  (database) => {
    database.exec(`
      ALTER TABLE threads ADD COLUMN expires_on INTEGER;
      UPDATE threads SET expires_on =
          record ->> '$.createdOn' + (record ->> '$.deleteThreadAfterDays') * 24 * 60 * 60 * 1000
        WHERE record ->> '$.deletedOn' IS NULL;
      CREATE INDEX threads_by_expiry ON threads (expires_on) WHERE expires_on IS NOT NULL;
    `);
  },
  // 3: users, threads and repeatable requests keep their insertion order. Existing rows with the
  // same time are sorted by id.
  (database) => {
    database.exec(`
      CREATE TABLE numbered_identities (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL
      );
      INSERT INTO numbered_identities (id, record)
        SELECT id, record FROM identities ORDER BY record ->> '$.createdOn', id;
      DROP TABLE identities;
      ALTER TABLE numbered_identities RENAME TO identities;

      CREATE TABLE numbered_threads (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, last_message_on INTEGER NOT NULL,
        record TEXT NOT NULL, expires_on INTEGER
      );
      INSERT INTO numbered_threads (id, last_message_on, record, expires_on)
        SELECT id, last_message_on, record, expires_on FROM threads
        ORDER BY record ->> '$.createdOn', id;
      DROP TABLE threads;
      ALTER TABLE numbered_threads RENAME TO threads;
      CREATE INDEX threads_by_expiry ON threads (expires_on) WHERE expires_on IS NOT NULL;

      CREATE TABLE numbered_repeatables (
        number INTEGER PRIMARY KEY, user_id TEXT NOT NULL, request_id TEXT NOT NULL,
        record TEXT NOT NULL, UNIQUE (user_id, request_id)
      );
      INSERT INTO numbered_repeatables (user_id, request_id, record)
        SELECT user_id, request_id, record FROM repeatables
        ORDER BY record ->> '$.createdOn', user_id, request_id;
      DROP TABLE repeatables;
      ALTER TABLE numbered_repeatables RENAME TO repeatables;
    `);
  },
  // 4: an index of threads by their latest message.
  (database) => {
    database.exec(`
      CREATE INDEX threads_by_latest ON threads (last_message_on DESC, id)
        WHERE record ->> '$.deletedOn' IS NULL;
    `);
  },
];

/** The schema version that this emulator writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
