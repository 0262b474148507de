import type { DatabaseSync } from "node:sqlite";
import { containsText } from "../store.ts";

/** Adds the SQL function that searches text with letters beyond ASCII. */
export function addSearchFunction(database: DatabaseSync): void {
  database.function("contains_text", { deterministic: true }, (whole, part) =>
    Number(containsText(String(whole ?? ""), String(part))),
  );
}

/** Returns the condition for threads that match a search. */
export function foundBy(text: string): string {
  // SQLite's lower() is much faster than a custom function, but supports ASCII letters only.
  const ascii = /^[\x20-\x7e]*$/.test(text);
  const contains = (column: string): string =>
    ascii ? `instr(lower(${column}), $text)` : `contains_text(${column}, $text)`;
  return `AND (
    ${contains("record ->> '$.topic'")} OR ${contains("id")} OR id IN (
      SELECT thread_id FROM participants
      WHERE removed = 0 AND (
        user_id IN (SELECT value FROM json_each($userIds)) OR ${contains("user_id")}
        OR ${contains("record ->> '$.displayName'")}
      )
    )
  )`;
}
