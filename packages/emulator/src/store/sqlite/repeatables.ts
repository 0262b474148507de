import type { Store } from "../store.ts";
import type { Queries } from "./queries.ts";

/** Stores the responses of repeatable requests in the table `repeatables`. */
export function createRepeatableStore(
  queries: Queries,
): Pick<Store, "getRepeatable" | "putRepeatable"> {
  return {
    getRepeatable: (userId, requestId) =>
      queries.one(
        "SELECT record FROM repeatables WHERE user_id = ? AND request_id = ?",
        userId,
        requestId,
      ),
    putRepeatable: (repeatable) =>
      queries.run(
        `INSERT INTO repeatables (user_id, request_id, record) VALUES (?, ?, ?)
         ON CONFLICT (user_id, request_id) DO UPDATE SET record = excluded.record`,
        repeatable.userId,
        repeatable.requestId,
        JSON.stringify(repeatable),
      ),
  };
}
