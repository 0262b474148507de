import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { ThreadRecord } from "../engine/records.ts";
import { createMemoryStore } from "./memory.ts";
import { openSqliteStore } from "./sqlite/store.ts";
import type { Store } from "./store.ts";

const root = mkdtempSync(join(tmpdir(), "acs-chat-order-"));
afterAll(() => rmSync(root, { recursive: true }));

const thread = (n: number, lastMessageOn: number, deleted = false): ThreadRecord => ({
  id: `19:${n}@thread.v2`,
  topic: "x",
  createdOn: 0,
  createdBy: "alice",
  lastMessageOn,
  lastVersion: 0,
  lastSequence: 0,
  ...(deleted && { deletedOn: 1 }),
});

/** Returns what the lists must show, sorted from scratch. */
function sorted(threads: ReadonlyMap<number, ThreadRecord>): string[] {
  return [...threads.values()]
    .toSorted((a, b) => b.lastMessageOn - a.lastMessageOn || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function pages(store: Store, limit: number): string[] {
  const found: string[] = [];
  for (let after: ThreadRecord | undefined; ;) {
    const query = { from: 0, removed: true, limit, ...(after && { after }) };
    const page = store.listThreads("alice", query);
    found.push(...page.map(({ id }) => id));
    after = page.at(-1);
    if (after === undefined) return found;
  }
}

/** Moves a thread to the top in a transaction that fails after the new order was read. */
function undone(store: Store, n: number): void {
  try {
    store.transaction(() => {
      store.putThread(thread(n, 2000));
      store.listThreads("alice", { from: 0, removed: true, limit: 1 });
      throw new Error("undone");
    });
  } catch {
    // Expected.
  }
}

const steps = fc.array(
  fc.record({
    n: fc.nat(299),
    lastMessageOn: fc.nat(1000),
    how: fc.constantFrom("put", "put", "put", "list", "undone", "many", "delete"),
  }),
  { minLength: 5, maxLength: 60 },
);

describe.each(["memory", "sqlite"])("lists of threads, in %s", (kind) => {
  it("equal a full sort, whatever happens between two pages", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 50 }), async (choices, limit) => {
        const store =
          kind === "memory" ? createMemoryStore() : await openSqliteStore(mkdtempSync(`${root}/`));
        const model = new Map<number, ThreadRecord>();
        const put = (n: number, on: number, deleted?: boolean): void => {
          store.putThread(thread(n, on, deleted));
          store.putParticipant({
            threadId: thread(n, 0).id,
            userId: n === 299 ? "bob" : "alice",
            position: 0,
            shareHistoryTime: 0,
          });
          if (n !== 299) model.set(n, thread(n, on, deleted));
        };
        store.transaction(() => {
          for (let n = 0; n < 250; n++) put(n, n % 7);
        });
        for (const { n, lastMessageOn, how } of choices) {
          if (how === "put") store.transaction(() => put(n, lastMessageOn));
          else if (how === "delete") store.transaction(() => put(n, lastMessageOn, true));
          else if (how === "many") {
            // More changes than a kept order tracks one by one.
            store.transaction(() => {
              for (let more = 0; more < 120; more++) put((n + more) % 299, lastMessageOn + more);
            });
          } else if (how === "undone") {
            undone(store, n);
          }
          // Not after each put, so that several touches are pending at the next list.
          const seen = how === "put" ? sorted(model) : pages(store, limit);
          expect(seen).toEqual(sorted(model));
        }
        expect(pages(store, limit)).toEqual(sorted(model));
        const alive = new Map([...model].filter(([, one]) => one.deletedOn === undefined));
        const latest = store.listLatestThreads(limit).filter(({ id }) => id !== thread(299, 0).id);
        expect(latest.map(({ id }) => id)).toEqual(sorted(alive).slice(0, latest.length));
        expect(latest.length).toBeGreaterThanOrEqual(Math.min(limit - 1, alive.size));
        store.close();
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
