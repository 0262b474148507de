import type { ChatStorePersistence, PersistedState } from "@acs-chat/store";

/** The unsent messages of a user. They outlive the store that they were written in. */
export interface UnsentMessages {
  /** Returns the persistence of the next store, which waits until the one before is closed. */
  after(closed: Promise<void>): ChatStorePersistence;
}

/** Keeps unsent messages in memory, and nothing else: the messages that a store has read end with it. */
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
