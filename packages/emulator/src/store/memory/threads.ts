import type { ThreadRecord } from "../../engine/records.ts";
import { expiryOf, type Store } from "../store.ts";
import { latestThreads } from "./latest-threads.ts";
import type { ThreadStates } from "./thread-states.ts";
import type { UndoLog } from "./undo-log.ts";

interface ThreadStore extends Pick<
  Store,
  | "getThread"
  | "putThread"
  | "listThreads"
  | "listLatestThreads"
  | "countThreads"
  | "expiredThreads"
  | "nextExpiry"
> {
  clear(): void;
}

export function createThreadStore(states: ThreadStates, undo: UndoLog): ThreadStore {
  const withRetention = new Set<string>();
  let nextExpiry = Infinity;

  return {
    getThread: (id) => states.byId.get(id)?.thread,
    putThread(thread) {
      const state = states.of(thread.id);
      const before = state.thread;
      state.thread = thread;
      if (before?.lastMessageOn !== thread.lastMessageOn) states.order.touch(thread.id);
      undo.add(() => {
        state.thread = before;
        states.order.touch(thread.id);
      });
      // An entry left behind by a failed transaction does no harm: its expiry is checked again.
      if (expiryOf(thread) === Infinity) withRetention.delete(thread.id);
      else withRetention.add(thread.id);
      nextExpiry = Math.min(nextExpiry, expiryOf(thread));
    },
    listThreads(userId, { after, from, limit, removed }) {
      const found: ThreadRecord[] = [];
      for (const { id, lastMessageOn } of states.order.after(userId, after)) {
        if (lastMessageOn < from || found.length >= limit) break;
        const state = states.byId.get(id);
        const left = state?.participants.get(userId)?.removedAtVersion !== undefined;
        if (state?.thread !== undefined && (removed || !left)) found.push(state.thread);
      }
      return found;
    },
    listLatestThreads: (limit, search) => latestThreads(states, limit, search),
    countThreads() {
      let count = 0;
      for (const { thread } of states.byId.values()) {
        if (thread !== undefined && thread.deletedOn === undefined) count += 1;
      }
      return count;
    },
    expiredThreads(at) {
      const found = [...withRetention].flatMap((id) => states.byId.get(id)?.thread ?? []);
      const later = found.map(expiryOf).filter((expiry) => expiry > at);
      nextExpiry = later.reduce((least, expiry) => Math.min(least, expiry), Infinity);
      return found
        .filter((thread) => expiryOf(thread) <= at)
        .toSorted((a, b) => expiryOf(a) - expiryOf(b) || (a.id < b.id ? -1 : 1));
    },
    nextExpiry: () => nextExpiry,
    clear() {
      states.clear();
      withRetention.clear();
      nextExpiry = Infinity;
    },
  };
}
