import type {
  ImageRecord,
  ParticipantRecord,
  ReceiptRecord,
  ThreadRecord,
} from "../../engine/records.ts";
import { createThreadOrder, type ThreadOrder } from "../thread-order.ts";
import { createVersionLog, type VersionLog } from "../version-log.ts";

/** The stored data of one thread. */
interface ThreadState {
  thread: ThreadRecord | undefined;
  /** Includes removed participants. */
  readonly participants: Map<string, ParticipantRecord>;
  /** The number of participants that were not removed. */
  present: number;
  readonly log: VersionLog;
  readonly receipts: Map<string, ReceiptRecord>;
  readonly images: Map<string, ImageRecord>;
}

/** All threads, and the threads of each user. */
export interface ThreadStates {
  readonly byId: Map<string, ThreadState>;
  /** The ids of the threads in which a user is or was a participant. */
  readonly ofUser: Map<string, Set<string>>;
  readonly order: ThreadOrder;
  /** Returns the state of a thread, and adds an empty one if it is missing. */
  of(id: string): ThreadState;
  clear(): void;
}

export function createThreadStates(): ThreadStates {
  const byId = new Map<string, ThreadState>();
  const ofUser = new Map<string, Set<string>>();
  const order = createThreadOrder({
    *all(userId) {
      for (const id of ofUser.get(userId) ?? []) {
        const thread = byId.get(id)?.thread;
        if (thread !== undefined) yield { id, lastMessageOn: thread.lastMessageOn };
      }
    },
    one(userId, id) {
      const thread = byId.get(id)?.thread;
      const isIn = ofUser.get(userId)?.has(id) === true;
      return isIn && thread !== undefined ? { id, lastMessageOn: thread.lastMessageOn } : undefined;
    },
  });
  return {
    byId,
    ofUser,
    order,
    of(id) {
      const known = byId.get(id);
      if (known !== undefined) return known;
      const added: ThreadState = {
        thread: undefined,
        participants: new Map(),
        present: 0,
        log: createVersionLog(),
        receipts: new Map(),
        images: new Map(),
      };
      byId.set(id, added);
      return added;
    },
    clear() {
      byId.clear();
      ofUser.clear();
      order.clear();
    },
  };
}
