import type { IdentityRecord, RepeatableRecord, StateDump } from "../engine/records.ts";
import { fromDump, imageToDump } from "./dump.ts";
import { createMessageStore } from "./memory/messages.ts";
import { byPosition, createParticipantStore } from "./memory/participants.ts";
import { createThreadStates } from "./memory/thread-states.ts";
import { createThreadStore } from "./memory/threads.ts";
import { createUndoLog } from "./memory/undo-log.ts";
import type { Store } from "./store.ts";

/** Creates a store in memory. Its state is lost when the process ends. */
export function createMemoryStore(): Store {
  const identities = new Map<string, IdentityRecord>();
  const repeatables = new Map<string, RepeatableRecord>();
  const states = createThreadStates();
  const undo = createUndoLog();
  const { clear: clearThreads, ...threads } = createThreadStore(states, undo);

  const clear = (): void => {
    identities.clear();
    repeatables.clear();
    clearThreads();
  };

  const store: Store = {
    transaction: undo.transaction,

    getIdentity: (id) => identities.get(id),
    putIdentity: (identity) => undo.set(identities, identity.id, identity),
    deleteIdentity: (id) => undo.remove(identities, id),
    listIdentities: () => [...identities.values()],

    ...threads,
    ...createParticipantStore(states, undo),
    ...createMessageStore(states, undo),

    getRepeatable: (userId, requestId) => repeatables.get(`${userId}\n${requestId}`),
    putRepeatable: (one) => undo.set(repeatables, `${one.userId}\n${one.requestId}`, one),

    isEmpty: () => identities.size === 0 && states.byId.size === 0,
    dump(): StateDump {
      const all = [...states.byId.values()];
      return {
        identities: [...identities.values()],
        threads: all.flatMap((one) => one.thread ?? []),
        participants: all.flatMap((one) => [...one.participants.values()].toSorted(byPosition)),
        // Sorted by id: a message that was edited is stored late when a state is loaded.
        messages: all.flatMap((one) =>
          [...one.log.messages.values()].toSorted((a, b) => a.id - b.id),
        ),
        receipts: all.flatMap((one) => [...one.receipts.values()]),
        images: all.flatMap((one) => [...one.images.values()].map(imageToDump)),
        repeatables: [...repeatables.values()],
      };
    },
    load(state) {
      const before = store.dump();
      clear();
      try {
        fromDump(store, state);
      } catch (error) {
        clear();
        fromDump(store, before);
        throw error;
      }
    },
    close() {},
  };
  return store;
}
