import type { Store } from "../store.ts";
import { limitOf, type Queries } from "./queries.ts";

/** Stores messages in the table `messages`. */
export function createMessageStore(
  queries: Queries,
): Pick<Store, "getMessage" | "putMessage" | "listMessages"> {
  return {
    getMessage: (threadId, id) =>
      queries.one("SELECT record FROM messages WHERE thread_id = ? AND id = ?", threadId, id),
    putMessage: (message) =>
      queries.run(
        "REPLACE INTO messages VALUES (?, ?, ?, ?, ?)",
        message.threadId,
        message.id,
        message.version,
        message.createdOn,
        JSON.stringify(message),
      ),
    listMessages: (threadId, { below, createdFrom, limit }) =>
      queries.all(
        `SELECT record FROM messages
         WHERE thread_id = ? AND version < ? AND version >= ? AND created_on >= ?
         ORDER BY version DESC LIMIT ?`,
        threadId,
        Math.min(below, Number.MAX_SAFE_INTEGER),
        createdFrom,
        createdFrom,
        limitOf(limit),
      ),
  };
}
