import type { Store } from "../store.ts";
import type { ThreadOrder } from "../thread-order.ts";
import { limitOf, type Queries } from "./queries.ts";

export type ParticipantStore = Pick<
  Store,
  "getParticipant" | "putParticipant" | "listParticipants" | "countParticipants"
>;

/** Stores participants, including removed ones, in the table `participants`. */
export function createParticipantStore(queries: Queries, order: ThreadOrder): ParticipantStore {
  return {
    getParticipant: (threadId, userId) =>
      queries.one(
        "SELECT record FROM participants WHERE thread_id = ? AND user_id = ?",
        threadId,
        userId,
      ),
    putParticipant(participant) {
      order.touch(participant.threadId);
      queries.run(
        "REPLACE INTO participants VALUES (?, ?, ?, ?, ?)",
        participant.threadId,
        participant.userId,
        participant.position,
        participant.removedAtVersion === undefined ? 0 : 1,
        JSON.stringify(participant),
      );
    },
    listParticipants: (threadId, { skip, limit }) =>
      queries.all(
        `SELECT record FROM participants WHERE thread_id = ? AND removed = 0
         ORDER BY position LIMIT ? OFFSET ?`,
        threadId,
        limitOf(limit),
        skip,
      ),
    countParticipants: (threadId) =>
      queries.number(
        "SELECT COUNT(*) AS value FROM participants WHERE thread_id = ? AND removed = 0",
        threadId,
      ) ?? 0,
  };
}
