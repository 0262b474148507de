import type { ParticipantRecord, ThreadRecord } from "../../engine/records.ts";
import { containsText, type ThreadSearch } from "../store.ts";
import { byLatestMessage } from "../thread-order.ts";
import type { ThreadStates } from "./thread-states.ts";

/** Lists threads that are not deleted and match a search, by latest message, then by id. */
export function latestThreads(
  states: ThreadStates,
  limit: number,
  search: ThreadSearch | undefined,
): ThreadRecord[] {
  let found: ThreadRecord[] = [];
  let last: ThreadRecord | undefined;
  // Newer threads usually have the latest messages, so most of the others are skipped quickly.
  for (const { thread, participants } of [...states.byId.values()].toReversed()) {
    if (thread === undefined || thread.deletedOn !== undefined) continue;
    if (last !== undefined && byLatestMessage(last, thread) < 0) continue;
    if (search !== undefined && !isFound(search, thread, participants.values())) continue;
    found.push(thread);
    if (found.length < 2 * limit) continue;
    found = found.toSorted(byLatestMessage).slice(0, limit);
    last = found.at(-1);
  }
  return found.toSorted(byLatestMessage).slice(0, limit);
}

function isFound(
  { text, userIds }: ThreadSearch,
  { topic, id }: ThreadRecord,
  participants: Iterable<ParticipantRecord>,
): boolean {
  if (containsText(topic, text) || containsText(id, text)) return true;
  for (const { userId, displayName = "", removedAtVersion } of participants) {
    if (removedAtVersion !== undefined) continue;
    if (userIds.includes(userId) || containsText(userId, text)) return true;
    if (containsText(displayName, text)) return true;
  }
  return false;
}
