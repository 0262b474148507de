import type { MessageRecord } from "../engine/records.ts";
import type { MessageQuery } from "./store.ts";

/**
 * The messages of one thread in memory. Every new version is appended, so the log is sorted by
 * version. An entry is stale and skipped once its message has a newer version, and the log is
 * compacted when most of it is stale. The cost of a page does not depend on the length of the thread.
 */
export interface VersionLog {
  readonly messages: Map<number, MessageRecord>;
  entries: MessageRecord[];
  stale: number;
}

/** Creates an empty log. */
export const createVersionLog = (): VersionLog => ({ messages: new Map(), entries: [], stale: 0 });

/** Adds a message or a newer version of it. Returns a function that undoes this. */
export function putVersion(log: VersionLog, message: MessageRecord): () => void {
  const before = log.messages.get(message.id);
  log.messages.set(message.id, message);
  log.entries.push(message);
  if (before !== undefined) log.stale += 1;
  if (log.stale > 64 && log.stale * 2 > log.entries.length) compact(log);
  return () => {
    if (before === undefined) log.messages.delete(message.id);
    else log.messages.set(message.id, before);
    log.entries = [...log.messages.values()].toSorted((a, b) => a.version - b.version);
    log.stale = 0;
  };
}

function compact(log: VersionLog): void {
  log.entries = log.entries.filter((entry) => log.messages.get(entry.id) === entry);
  log.stale = 0;
}

/** Returns a page of the log, newest version first. */
export function listVersions(log: VersionLog, query: MessageQuery): MessageRecord[] {
  const page: MessageRecord[] = [];
  for (let at = firstAtOrAbove(log.entries, query.below) - 1; at >= 0; at--) {
    const entry = log.entries[at]!;
    // A version is never older than its message, so the remaining entries are too old as well.
    if (entry.version < query.createdFrom || page.length >= query.limit) break;
    if (entry.createdOn < query.createdFrom) continue;
    if (log.messages.get(entry.id) === entry) page.push(entry);
  }
  return page;
}

function firstAtOrAbove(entries: readonly MessageRecord[], version: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]!.version < version) low = middle + 1;
    else high = middle;
  }
  return low;
}
