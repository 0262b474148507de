import type { ParticipantRecord, ThreadRecord } from "../engine/records.ts";
import { type Store, type ThreadSearch, containsText } from "../store/store.ts";

/** A thread with its participants. */
export interface ThreadOverview extends ThreadRecord {
  /** All participants, in the order they were added. */
  readonly participants: readonly ParticipantRecord[];
}

/** The number of threads in an overview by default. */
const OVERVIEW_LIMIT = 1000;

const ALL = { skip: 0, limit: Infinity };

/** Selects the threads of an overview. */
export interface OverviewQuery {
  readonly limit?: number;
  /** Text to find in the topic, the id, or a participant's name or id. */
  readonly text?: string;
}

/** Lists the threads, sorted by their latest message that is not deleted, newest first. */
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
