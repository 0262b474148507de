import type { Store } from "../store.ts";
import { limitOf, type Queries } from "./queries.ts";

/** Stores read receipts in the table `receipts`. */
export function createReceiptStore(queries: Queries): Pick<Store, "putReceipt" | "listReceipts"> {
  return {
    putReceipt: (receipt) =>
      queries.run(
        `INSERT INTO receipts (thread_id, user_id, record) VALUES (?, ?, ?)
         ON CONFLICT (thread_id, user_id) DO UPDATE SET record = excluded.record`,
        receipt.threadId,
        receipt.userId,
        JSON.stringify(receipt),
      ),
    listReceipts: (threadId, { skip, limit }) =>
      queries.all(
        "SELECT record FROM receipts WHERE thread_id = ? ORDER BY number LIMIT ? OFFSET ?",
        threadId,
        limitOf(limit),
        skip,
      ),
  };
}
