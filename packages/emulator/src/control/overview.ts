import type { Engine } from "../engine/engine.ts";
import type { ParticipantRecord, ThreadRecord } from "../engine/records.ts";

/** A thread at a glance. */
export interface ThreadOverview extends ThreadRecord {
  /** All who are in it, in the order they came. */
  readonly participants: readonly ParticipantRecord[];
}

/** All threads that are not deleted, the one with the latest message first. */
export function overviewOf(engine: Engine): ThreadOverview[] {
  const { threads, participants } = engine.store.dump();
  const present = new Map<string, ParticipantRecord[]>();
  for (const one of participants) {
    if (one.removedAtVersion !== undefined) continue;
    const others = present.get(one.threadId);
    if (others === undefined) present.set(one.threadId, [one]);
    else others.push(one);
  }
  return threads
    .filter((thread) => thread.deletedOn === undefined)
    .toSorted((a, b) => b.lastMessageOn - a.lastMessageOn || (a.id < b.id ? -1 : 1))
    .map((thread) =>
      Object.assign({}, thread, {
        participants: (present.get(thread.id) ?? []).toSorted((a, b) => a.position - b.position),
      }),
    );
}
