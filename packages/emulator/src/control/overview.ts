import type { ParticipantRecord, ThreadRecord } from "../engine/records.ts";
import type { Store } from "../store/store.ts";

/** A thread at a glance. */
export interface ThreadOverview extends ThreadRecord {
  /** All who are in it, in the order they came. */
  readonly participants: readonly ParticipantRecord[];
}

/** Threads that are shown if nobody asks for more. */
export const OVERVIEW_LIMIT = 1000;

const ALL = { skip: 0, limit: Infinity };

/** The threads with the latest messages that are not deleted, the very latest first. */
export function overviewOf(store: Store, limit = OVERVIEW_LIMIT): ThreadOverview[] {
  return store
    .listLatestThreads(limit)
    .map((thread) =>
      Object.assign({}, thread, { participants: store.listParticipants(thread.id, ALL) }),
    );
}
