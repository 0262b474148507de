import type { StoreContext } from "./context.ts";
import { ChatStoreError } from "./errors.ts";
import { createSingleFlight } from "./lib/single-flight.ts";
import {
  type PersistedState,
  type PersistedThread,
  reviveDates,
  saveDelayInMs,
  savedMessages,
} from "./persistence.ts";
import type { ThreadModel } from "./thread/thread.ts";

/** Loads the persisted state once, and saves it after changes. */
export interface Saver {
  load(): Promise<void>;
  /** Restores the persisted state of a thread. */
  restore(threadId: string, thread: ThreadModel): void;
  changed(): void;
  /** Saves pending changes at once. */
  flush(): Promise<void>;
}

export function createSaver(
  { settings, userId, timers, report }: StoreContext,
  models: ReadonlyMap<string, ThreadModel>,
): Saver {
  const { persistence } = settings;
  let kept: Readonly<Record<string, PersistedThread>> = {};
  let loading: Promise<void> | undefined;
  let loaded = false;
  let cancel: (() => void) | undefined;
  const failed = (cause: unknown): void =>
    report(
      new ChatStoreError("PersistenceFailed", "The state could not be loaded or saved.", { cause }),
    );

  const restore = (threadId: string, thread: ThreadModel): void => {
    const one = kept[threadId];
    if (!one) return;
    thread.restore(one.draft, one.readUpTo);
    if (one.newest) thread.messages.restore(one.newest);
    if (one.unsent) thread.messages.outbox.restore(one.unsent);
  };
  const read = async (): Promise<void> => {
    try {
      const state = await persistence!.load();
      // The state of another user is ignored until it is overwritten.
      if (state?.version === 1 && state.userId === userId) kept = reviveDates(state).threads;
      for (const [id, model] of models) restore(id, model);
    } catch (error) {
      failed(error);
    }
    loaded = true;
  };
  const saving = createSingleFlight(async () => {
    for (const [id, model] of models) {
      const { newest = kept[id]?.newest, ...rest } = persisted(model);
      kept = { ...kept, [id]: { ...rest, ...(newest && { newest }) } };
    }
    const state: PersistedState = { version: 1, userId, threads: kept };
    try {
      await persistence!.save(JSON.parse(JSON.stringify(state)) as PersistedState);
    } catch (error) {
      failed(error);
    }
  });
  const save = (): Promise<void> => {
    cancel = undefined;
    saving.again();
    return saving.run();
  };
  return {
    load: async () => (persistence ? (loading ??= read()) : undefined),
    restore,
    changed() {
      if (persistence && loaded) cancel ??= timers.after(saveDelayInMs, () => void save());
    },
    async flush() {
      if (!cancel) return;
      cancel();
      await save();
    },
  };
}

/** Returns the state of a thread to persist. */
function persisted({ face, readUpTo, messages }: ThreadModel): PersistedThread {
  const draft = face.draft.getSnapshot();
  const { unsent } = messages.outbox;
  const newest = messages.save(savedMessages);
  return {
    ...(draft !== "" && { draft }),
    ...(unsent.length > 0 && { unsent }),
    ...(readUpTo > 0 && { readUpTo }),
    ...(newest && { newest }),
  };
}
