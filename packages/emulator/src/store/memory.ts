import type {
  IdentityRecord,
  ImageRecord,
  ParticipantRecord,
  ReceiptRecord,
  RepeatableRecord,
  StateDump,
  ThreadRecord,
} from "../engine/records.ts";
import { fromDump, imageToDump } from "./dump.ts";
import { type Store, type ThreadSearch, containsText, expiryOf } from "./store.ts";
import { byLatestMessage, createThreadOrder } from "./thread-order.ts";
import { createVersionLog, listVersions, putVersion, type VersionLog } from "./version-log.ts";

interface ThreadState {
  thread: ThreadRecord | undefined;
  /** Includes removed participants. */
  readonly participants: Map<string, ParticipantRecord>;
  present: number;
  readonly log: VersionLog;
  readonly receipts: Map<string, ReceiptRecord>;
  readonly images: Map<string, ImageRecord>;
}

/** Creates a store in memory. Its state is lost when the process ends. */
export function createMemoryStore(): Store {
  const identities = new Map<string, IdentityRecord>();
  const threads = new Map<string, ThreadState>();
  const threadsOfUser = new Map<string, Set<string>>();
  const repeatables = new Map<string, RepeatableRecord>();
  const withRetention = new Set<string>();
  let nextExpiry = Infinity;
  let undo: (() => void)[] | undefined;

  const order = createThreadOrder({
    *all(userId) {
      for (const id of threadsOfUser.get(userId) ?? []) {
        const thread = threads.get(id)?.thread;
        if (thread !== undefined) yield { id, lastMessageOn: thread.lastMessageOn };
      }
    },
    one(userId, id) {
      const thread = threads.get(id)?.thread;
      const isIn = threadsOfUser.get(userId)?.has(id) === true;
      return isIn && thread !== undefined ? { id, lastMessageOn: thread.lastMessageOn } : undefined;
    },
  });

  const stateOf = (id: string): ThreadState => {
    let state = threads.get(id);
    if (state === undefined) {
      state = {
        thread: undefined,
        participants: new Map(),
        present: 0,
        log: createVersionLog(),
        receipts: new Map(),
        images: new Map(),
      };
      threads.set(id, state);
    }
    return state;
  };

  /** Sets a key of a map, and records how to undo it. */
  function set<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (undo !== undefined) {
      const before = map.get(key);
      undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
    }
    map.set(key, value);
  }

  function remove<K, V>(map: Map<K, V>, key: K): void {
    if (undo !== undefined) {
      // Setting the key again would move it to the end, so the whole order is restored.
      const before = [...map];
      undo.push(() => {
        map.clear();
        for (const [one, value] of before) map.set(one, value);
      });
    }
    map.delete(key);
  }

  const clear = (): void => {
    for (const map of [identities, threads, threadsOfUser, repeatables]) map.clear();
    withRetention.clear();
    order.clear();
    nextExpiry = Infinity;
  };

  const store: Store = {
    transaction(work) {
      undo = [];
      try {
        return work();
      } catch (error) {
        for (const step of undo.toReversed()) step();
        throw error;
      } finally {
        undo = undefined;
      }
    },

    getIdentity: (id) => identities.get(id),
    putIdentity: (identity) => set(identities, identity.id, identity),
    deleteIdentity: (id) => remove(identities, id),
    listIdentities: () => [...identities.values()],

    getThread: (id) => threads.get(id)?.thread,
    putThread(thread) {
      const state = stateOf(thread.id);
      const before = state.thread;
      state.thread = thread;
      if (before?.lastMessageOn !== thread.lastMessageOn) order.touch(thread.id);
      undo?.push(() => {
        state.thread = before;
        order.touch(thread.id);
      });
      // An entry left behind by a failed transaction does no harm: its expiry is checked again.
      if (expiryOf(thread) === Infinity) withRetention.delete(thread.id);
      else withRetention.add(thread.id);
      nextExpiry = Math.min(nextExpiry, expiryOf(thread));
    },
    listThreads(userId, { after, from, limit, removed }) {
      const found: ThreadRecord[] = [];
      for (const { id, lastMessageOn } of order.after(userId, after)) {
        if (lastMessageOn < from || found.length >= limit) break;
        const state = threads.get(id);
        const left = state?.participants.get(userId)?.removedAtVersion !== undefined;
        if (state?.thread !== undefined && (removed || !left)) found.push(state.thread);
      }
      return found;
    },
    listLatestThreads(limit, search) {
      let found: ThreadRecord[] = [];
      let last: ThreadRecord | undefined;
      // Newer threads usually have the latest messages, so most of the others are skipped quickly.
      for (const { thread, participants } of [...threads.values()].toReversed()) {
        if (thread === undefined || thread.deletedOn !== undefined) continue;
        if (last !== undefined && byLatestMessage(last, thread) < 0) continue;
        if (search !== undefined && !isFound(search, thread, participants.values())) continue;
        found.push(thread);
        if (found.length < 2 * limit) continue;
        found = found.toSorted(byLatestMessage).slice(0, limit);
        last = found.at(-1);
      }
      return found.toSorted(byLatestMessage).slice(0, limit);
    },
    countThreads() {
      let count = 0;
      for (const { thread } of threads.values()) {
        if (thread !== undefined && thread.deletedOn === undefined) count += 1;
      }
      return count;
    },
    expiredThreads(at) {
      const found = [...withRetention].flatMap((id) => threads.get(id)?.thread ?? []);
      const later = found.map(expiryOf).filter((expiry) => expiry > at);
      nextExpiry = later.reduce((least, expiry) => Math.min(least, expiry), Infinity);
      return found
        .filter((thread) => expiryOf(thread) <= at)
        .toSorted((a, b) => expiryOf(a) - expiryOf(b) || (a.id < b.id ? -1 : 1));
    },
    nextExpiry: () => nextExpiry,

    getParticipant: (threadId, userId) => threads.get(threadId)?.participants.get(userId),
    putParticipant(participant) {
      const state = stateOf(participant.threadId);
      const { userId, threadId } = participant;
      const before = state.participants.get(userId);
      const was = before !== undefined && before.removedAtVersion === undefined;
      const is = participant.removedAtVersion === undefined;
      const change = Number(is) - Number(was);
      state.present += change;
      undo?.push(() => (state.present -= change));
      set(state.participants, userId, participant);
      const own = threadsOfUser.get(userId) ?? new Set();
      if (!own.has(threadId)) order.touch(threadId);
      threadsOfUser.set(userId, own.add(threadId));
    },
    listParticipants(threadId, { skip, limit }) {
      const all = threads.get(threadId)?.participants.values() ?? [];
      const present = [...all].filter((one) => one.removedAtVersion === undefined);
      return present.toSorted(byPosition).slice(skip, skip + limit);
    },
    countParticipants: (threadId) => threads.get(threadId)?.present ?? 0,

    getMessage: (threadId, id) => threads.get(threadId)?.log.messages.get(id),
    putMessage(message) {
      const takeBack = putVersion(stateOf(message.threadId).log, message);
      undo?.push(takeBack);
    },
    listMessages(threadId, query) {
      const log = threads.get(threadId)?.log;
      return log === undefined ? [] : listVersions(log, query);
    },

    putReceipt: (receipt) => set(stateOf(receipt.threadId).receipts, receipt.userId, receipt),
    listReceipts(threadId, { skip, limit }) {
      const all = [...(threads.get(threadId)?.receipts.values() ?? [])];
      return all.slice(skip, skip + limit);
    },

    getImage: (threadId, id) => threads.get(threadId)?.images.get(id),
    putImage: (image) => set(stateOf(image.threadId).images, image.id, image),
    deleteImage: (threadId, id) => remove(stateOf(threadId).images, id),

    getRepeatable: (userId, requestId) => repeatables.get(`${userId}\n${requestId}`),
    putRepeatable: (one) => set(repeatables, `${one.userId}\n${one.requestId}`, one),

    isEmpty: () => identities.size === 0 && threads.size === 0,
    dump(): StateDump {
      const states = [...threads.values()];
      return {
        identities: [...identities.values()],
        threads: states.flatMap((state) => state.thread ?? []),
        participants: states.flatMap((state) =>
          [...state.participants.values()].toSorted(byPosition),
        ),
        // Sorted by id: a message that was edited is stored late when a state is loaded.
        messages: states.flatMap((state) =>
          [...state.log.messages.values()].toSorted((a, b) => a.id - b.id),
        ),
        receipts: states.flatMap((state) => [...state.receipts.values()]),
        images: states.flatMap((state) => [...state.images.values()].map(imageToDump)),
        repeatables: [...repeatables.values()],
      };
    },
    load(state) {
      const before = store.dump();
      clear();
      try {
        fromDump(store, state);
      } catch (error) {
        clear();
        fromDump(store, before);
        throw error;
      }
    },
    close() {},
  };
  return store;
}

const byPosition = (a: ParticipantRecord, b: ParticipantRecord): number => a.position - b.position;

function isFound(
  { text, userIds }: ThreadSearch,
  { topic, id }: ThreadRecord,
  participants: Iterable<ParticipantRecord>,
): boolean {
  if (containsText(topic, text) || containsText(id, text)) return true;
  for (const { userId, displayName = "", removedAtVersion } of participants) {
    if (removedAtVersion !== undefined) continue;
    if (userIds.includes(userId) || containsText(userId, text)) return true;
    if (containsText(displayName, text)) return true;
  }
  return false;
}
