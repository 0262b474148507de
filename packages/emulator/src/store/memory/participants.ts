import type { ParticipantRecord } from "../../engine/records.ts";
import type { Store } from "../store.ts";
import type { ThreadStates } from "./thread-states.ts";
import type { UndoLog } from "./undo-log.ts";

type ParticipantStore = Pick<
  Store,
  "getParticipant" | "putParticipant" | "listParticipants" | "countParticipants"
>;

export function createParticipantStore(states: ThreadStates, undo: UndoLog): ParticipantStore {
  return {
    getParticipant: (threadId, userId) => states.byId.get(threadId)?.participants.get(userId),
    putParticipant(participant) {
      const state = states.of(participant.threadId);
      const { userId, threadId } = participant;
      const before = state.participants.get(userId);
      const was = before !== undefined && before.removedAtVersion === undefined;
      const is = participant.removedAtVersion === undefined;
      const change = Number(is) - Number(was);
      state.present += change;
      undo.add(() => (state.present -= change));
      undo.set(state.participants, userId, participant);
      const own = states.ofUser.get(userId) ?? new Set();
      if (!own.has(threadId)) states.order.touch(threadId);
      states.ofUser.set(userId, own.add(threadId));
    },
    listParticipants(threadId, { skip, limit }) {
      const all = states.byId.get(threadId)?.participants.values() ?? [];
      const present = [...all].filter((one) => one.removedAtVersion === undefined);
      return present.toSorted(byPosition).slice(skip, skip + limit);
    },
    countParticipants: (threadId) => states.byId.get(threadId)?.present ?? 0,
  };
}

export const byPosition = (a: ParticipantRecord, b: ParticipantRecord): number =>
  a.position - b.position;
