import type { ParticipantRecord, ThreadRecord } from "../engine/records.ts";
import type { Store } from "../store/store.ts";

/** A thread at a glance. */
export interface ThreadOverview extends ThreadRecord {
  /** All who are in it, in the order they came. */
  readonly participants: readonly ParticipantRecord[];
}

const ALL = { skip: 0, limit: Infinity };

/** All threads that are not deleted, the one with the latest message first. */
export function overviewOf(store: Store): ThreadOverview[] {
  return store
    .listAllThreads()
    .map((thread) =>
      Object.assign({}, thread, { participants: store.listParticipants(thread.id, ALL) }),
    );
}
