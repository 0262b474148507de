import type { ChatStorePersistence, PersistedState } from "@acs-chat/store";

/** The unsent messages of a user, passed on when a store is replaced. */
export interface UnsentMessages {
  /** Returns the persistence for the next store. It loads after the previous store has closed. */
  after(closed: Promise<void>): ChatStorePersistence;
}

/** Stores unsent messages in memory. Messages that a store has loaded are not passed on. */
export function createUnsentMessages(): UnsentMessages {
  let kept: PersistedState | undefined;
  return {
    after: (closed) => ({
      async load() {
        await closed;
        return kept;
      },
      save(state) {
        const threads = Object.entries(state.threads).map(([id, { unsent = [] }]) => [
          id,
          { unsent },
        ]);
        kept = { ...state, threads: Object.fromEntries(threads) };
      },
    }),
  };
}
