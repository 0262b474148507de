import type { ParticipantRecord, ThreadRecord } from "../engine/records.ts";
import { type Store, type ThreadSearch, containsText } from "../store/store.ts";

/** A thread at a glance. */
export interface ThreadOverview extends ThreadRecord {
  /** All who are in it, in the order they came. */
  readonly participants: readonly ParticipantRecord[];
}

/** Threads that are shown if nobody asks for more. */
export const OVERVIEW_LIMIT = 1000;

const ALL = { skip: 0, limit: Infinity };

/** Which threads an overview shows. */
export interface OverviewQuery {
  readonly limit?: number;
  /** Part of the topic, the id, or the name or id of a participant. */
  readonly text?: string;
}

/** The threads with the latest messages that are not deleted, the very latest first. */
export function overviewOf(
  store: Store,
  { limit = OVERVIEW_LIMIT, text = "" }: OverviewQuery = {},
): ThreadOverview[] {
  return store
    .listLatestThreads(limit, text === "" ? undefined : searchOf(store, text.toLowerCase()))
    .map((thread) =>
      Object.assign({}, thread, { participants: store.listParticipants(thread.id, ALL) }),
    );
}

function searchOf(store: Store, text: string): ThreadSearch {
  const named = store.listIdentities().filter(({ name = "" }) => containsText(name, text));
  return { text, userIds: named.map(({ id }) => id) };
}
