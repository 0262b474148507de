import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type {
  IdentityRecord,
  MessageRecord,
  ParticipantRecord,
  ThreadRecord,
} from "../engine/records.ts";
import { overviewOf } from "../control/overview.ts";
import { createMemoryStore } from "./memory.ts";
import { openSqliteStore } from "./sqlite/store.ts";
import { type Store, emptyState } from "./store.ts";

const root = mkdtempSync(join(tmpdir(), "acs-chat-store-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;
const openSqlite = (): Promise<Store> => openSqliteStore(join(root, String(folders++)));

const thread = (id: string, more: Partial<ThreadRecord> = {}): ThreadRecord => ({
  id,
  topic: "x",
  createdOn: 0,
  createdBy: "8:acs:a_1",
  lastMessageOn: 0,
  lastVersion: 0,
  lastSequence: 0,
  ...more,
});
const participant = (
  threadId: string,
  userId: string,
  position: number,
  more: Partial<ParticipantRecord> = {},
): ParticipantRecord => ({ threadId, userId, position, shareHistoryTime: 0, ...more });
const message = (threadId: string, id: number, version: number): MessageRecord => ({
  threadId,
  id,
  version,
  type: "text",
  sequence: version,
  createdOn: id,
  message: `${id} ${version}`,
});

const identity = (id: string, tokenGeneration = 0): IdentityRecord => ({
  id,
  createdOn: 0,
  tokenGeneration,
});

/** An operation on a store. */
type Step = (store: Store) => unknown;

const threadIds = fc.constantFrom("19:a", "19:b");
const userIds = fc.constantFrom("8:acs:a_1", "8:acs:a_2", "4:+1");
const small = fc.nat(6);

/** The steps of one run. Versions only increase, as in the engine. */
const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant("message" as const), threadId: threadIds, id: small }),
      fc.record({
        kind: fc.constant("page" as const),
        threadId: threadIds,
        below: fc.nat(80),
        createdFrom: small,
        limit: small,
      }),
      fc.record({
        kind: fc.constant("thread" as const),
        threadId: threadIds,
        on: small,
        days: fc.option(fc.nat(2), { nil: undefined }),
        deleted: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant("threads" as const),
        removed: fc.boolean(),
        userId: userIds,
        from: small,
        limit: small,
        after: fc.option(fc.record({ lastMessageOn: small, id: threadIds }), { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant("participant" as const),
        threadId: threadIds,
        userId: userIds,
        position: small,
        removed: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant("participants" as const),
        threadId: threadIds,
        skip: small,
        limit: small,
      }),
      fc.record({
        kind: fc.constant("receipt" as const),
        threadId: threadIds,
        userId: userIds,
        messageId: small,
      }),
      fc.record({ kind: fc.constant("expired" as const), at: fc.nat(3) }),
      fc.record({
        kind: fc.constant("identity" as const),
        userId: userIds,
        deleted: fc.boolean(),
      }),
    ),
    { minLength: 30, maxLength: 80 },
  )
  .map((choices) =>
    choices.map((choice, index): Step => {
      switch (choice.kind) {
        case "message":
          return (store) => store.putMessage(message(choice.threadId, choice.id, index + 10));
        case "page":
          return (store) => store.listMessages(choice.threadId, choice);
        case "thread":
          return (store) =>
            store.putThread(
              thread(choice.threadId, {
                lastMessageOn: choice.on,
                ...(choice.days !== undefined && { deleteThreadAfterDays: choice.days }),
                ...(choice.deleted && { deletedOn: 1 }),
              }),
            );
        case "threads":
          return (store) =>
            store.listThreads(choice.userId, {
              from: choice.from,
              removed: choice.removed,
              limit: choice.limit,
              ...(choice.after && { after: choice.after }),
            });
        case "participant":
          return (store) =>
            store.putParticipant(
              participant(
                choice.threadId,
                choice.userId,
                // Positions differ, as in the engine.
                index,
                choice.removed ? { removedAtVersion: 1 } : {},
              ),
            );
        case "participants":
          return (store) => [
            store.listParticipants(choice.threadId, choice),
            store.countParticipants(choice.threadId),
          ];
        case "receipt":
          return (store) => {
            store.putReceipt({ ...choice, readOn: index });
            return store.listReceipts(choice.threadId, { skip: 0, limit: 2 });
          };
        case "expired":
          return (store) =>
            store.expiredThreads(choice.at * 24 * 60 * 60 * 1000).map(({ id }) => id);
        case "identity":
          return (store) =>
            choice.deleted
              ? store.deleteIdentity(choice.userId)
              : store.putIdentity(identity(choice.userId, index));
      }
    }),
  );

/** Records belong to existing threads; the later id comes first. */
const threadsFirst = ["19:b", "19:a"].map(
  (id): Step =>
    (store) =>
      store.putThread(thread(id)),
);

const IN_ORDER = {
  identities: ["zoe", "mia", "bea", "adam"],
  threads: ["19:z", "19:a", "19:m"],
  participants: ["19:z zoe", "19:z adam", "19:a zoe", "19:a adam", "19:m zoe", "19:m adam"],
  messages: ["19:z 1", "19:z 2", "19:a 1", "19:a 2", "19:m 1", "19:m 2"],
  receipts: ["19:z zoe", "19:z adam", "19:a zoe", "19:a adam", "19:m zoe", "19:m adam"],
  repeatables: ["zoe", "adam"],
};

/** Stores records in the order above. Some of them change later, which must not move them. */
function fillInOrder(store: Store): void {
  for (const name of ["zoe", "adam", "mia", "bea"]) store.putIdentity(identity(name));
  store.putIdentity(identity("mia", 1));
  store.deleteIdentity("adam");
  store.putIdentity(identity("adam"));
  const ids = ["19:z", "19:a", "19:m"];
  for (const id of ids) store.putThread(thread(id));
  store.putThread(thread("19:z", { topic: "changed" }));
  for (const [position, name] of ["zoe", "adam"].entries()) {
    for (const id of ids) {
      store.putParticipant(participant(id, name, position));
      store.putMessage(message(id, position + 1, position + 1));
      store.putReceipt({ threadId: id, userId: name, messageId: 1, readOn: 1 });
    }
    store.putRepeatable({ userId: name, requestId: "r", threadId: "19:z", createdOn: 1 });
  }
  for (const id of ids) {
    store.putMessage(message(id, 1, 3));
    store.putReceipt({ threadId: id, userId: "zoe", messageId: 2, readOn: 2 });
  }
}

function orderOf(store: Store): typeof IN_ORDER {
  const { identities, threads, participants, messages, receipts, repeatables } = store.dump();
  return {
    identities: identities.map(({ id }) => id),
    threads: threads.map(({ id }) => id),
    participants: participants.map(({ threadId, userId }) => `${threadId} ${userId}`),
    messages: messages.map(({ threadId, id }) => `${threadId} ${id}`),
    receipts: receipts.map(({ threadId, userId }) => `${threadId} ${userId}`),
    repeatables: repeatables.map(({ userId }) => userId),
  };
}

describe("the stores", () => {
  it("return the same results after any sequence of operations", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const [memory, sqlite] = [createMemoryStore(), await openSqlite()];
        for (const step of [...threadsFirst, ...todo]) {
          expect(sqlite.transaction(() => step(sqlite))).toEqual(
            memory.transaction(() => step(memory)),
          );
        }
        expect(sqlite.dump()).toEqual(memory.dump());
        sqlite.close();
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["memory", () => Promise.resolve(createMemoryStore())],
    ["SQLite", openSqlite],
  ])("%s: a transaction that fails has no effect", async (_, open) => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, during) => {
        const store = await open();
        for (const step of before) store.transaction(() => step(store));
        const state = store.dump();
        // Versions of the second run are higher than those of the first.
        const failing = (): void =>
          store.transaction(() => {
            for (const step of during) step(store);
            store.putIdentity(identity("8:acs:a_9"));
            throw new Error("on purpose");
          });
        expect(failing).toThrow("on purpose");
        expect(store.dump()).toEqual(state);
        for (const threadId of ["19:a", "19:b"]) {
          const query = { below: Infinity, createdFrom: 0, limit: 100 };
          const listed = store.listMessages(threadId, query).map(({ version }) => version);
          expect(listed).toEqual(listed.toSorted((a, b) => b - a));
        }
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["memory", () => Promise.resolve(createMemoryStore())],
    ["SQLite", openSqlite],
  ])("%s: lists the users and threads that a dump contains", async (_, open) => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const store = await open();
        for (const step of todo) store.transaction(() => step(store));
        const { identities, threads, participants } = store.dump();
        const expected = threads
          .filter(({ deletedOn }) => deletedOn === undefined)
          .toSorted((a, b) => b.lastMessageOn - a.lastMessageOn || (a.id < b.id ? -1 : 1))
          .map((one) => {
            const present = participants
              .filter((who) => who.threadId === one.id && who.removedAtVersion === undefined)
              .toSorted((a, b) => a.position - b.position);
            return Object.assign({}, one, { participants: present });
          });
        store.dump = () => expect.unreachable();
        expect(overviewOf(store)).toEqual(expected);
        expect(store.countThreads()).toBe(expected.length);
        for (const text of ["X", "19:b", "a_1", "somebody"]) {
          const found = expected.filter(({ id, topic, participants: present }) =>
            [id, topic, ...present.flatMap((one) => [one.userId, one.displayName ?? ""])].some(
              (part) => part.toLowerCase().includes(text.toLowerCase()),
            ),
          );
          expect([text, overviewOf(store, { text })]).toEqual([text, found]);
        }
        expect(store.listIdentities()).toEqual(identities);
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["memory", () => Promise.resolve(createMemoryStore())],
    ["SQLite", openSqlite],
  ])("%s: finds threads by topic, id and participant, ignoring case", async (_, open) => {
    const store = await open();
    store.putIdentity({ ...identity("8:acs:a_1"), name: "Åsa" });
    store.putThread(thread("19:one", { topic: "Über uns" }));
    store.putThread(thread("19:two", { topic: "100% _" }));
    store.putThread(thread("19:gone", { topic: "über", deletedOn: 1 }));
    store.putParticipant(participant("19:one", "4:+1", 0, { displayName: "ZOË" }));
    store.putParticipant(participant("19:two", "8:acs:a_1", 0));
    store.putParticipant(participant("19:one", "8:acs:a_1", 1, { removedAtVersion: 1 }));
    const found = (text: string): string[] => overviewOf(store, { text }).map(({ id }) => id);
    expect(found("ÜBER")).toEqual(["19:one"]);
    expect(found("zoë")).toEqual(["19:one"]);
    expect(found("åsa")).toEqual(["19:two"]);
    expect(found("A_1")).toEqual(["19:two"]);
    expect(found("ONE")).toEqual(["19:one"]);
    expect(found("%")).toEqual(["19:two"]);
    expect(found("_")).toEqual(["19:two"]);
    expect(found("nobody")).toEqual([]);
    expect(overviewOf(store, { text: "19:", limit: 1 })).toHaveLength(1);
    expect(store.countThreads()).toBe(2);
    store.close();
  });

  it.each([
    ["memory", () => Promise.resolve(createMemoryStore())],
    ["SQLite", openSqlite],
  ])(
    "%s: loads a dump of another store, and is empty after loading an empty dump",
    async (_, open) => {
      const store = await open();
      expect(store.isEmpty()).toBe(true);
      store.putThread(thread("19:a", { deleteThreadAfterDays: 1 }));
      store.putParticipant(participant("19:a", "8:acs:a_1", 0));
      store.putMessage(message("19:a", 1, 1));
      store.putImage({
        threadId: "19:a",
        id: "i",
        name: "n",
        contentType: "image/gif",
        uploadedBy: "8:acs:a_1",
        bytes: new Uint8Array([0, 255, 7]),
      });
      store.putRepeatable({ userId: "u", requestId: "r", threadId: "19:a", createdOn: 1 });
      const other = createMemoryStore();
      other.load(JSON.parse(JSON.stringify(store.dump())));
      expect(other.dump()).toEqual(store.dump());
      expect([...(other.getImage("19:a", "i")?.bytes ?? [])]).toEqual([0, 255, 7]);
      expect(store.isEmpty()).toBe(false);
      expect(store.nextExpiry()).toBe(24 * 60 * 60 * 1000);
      store.load(emptyState());
      expect(store.isEmpty()).toBe(true);
      expect(store.nextExpiry()).toBe(Infinity);
      expect(store.getRepeatable("u", "r")).toBeUndefined();
      store.close();
    },
  );

  it.each([
    ["memory", () => Promise.resolve(createMemoryStore())],
    ["SQLite", openSqlite],
  ])("%s: keeps the insertion order, also after a restore", async (_, open) => {
    const store = await open();
    fillInOrder(store);
    const state = store.dump();
    expect(orderOf(store)).toEqual(IN_ORDER);
    store.load(JSON.parse(JSON.stringify(state)));
    expect(store.dump()).toEqual(state);
    const other = await open();
    other.load(state);
    expect(other.dump()).toEqual(state);
    for (const one of [store, other]) one.close();
  });

  it("keeps the order in SQLite when it is opened again", async () => {
    const folder = join(root, "order");
    const store = await openSqliteStore(folder);
    fillInOrder(store);
    store.close();
    const again = await openSqliteStore(folder);
    expect(orderOf(again)).toEqual(IN_ORDER);
    again.close();
  });
});
