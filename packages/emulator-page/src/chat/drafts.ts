import { createStore, type Store } from "../lib/store.ts";

/** A message that is being written. */
export interface Draft {
  readonly text: string;
  readonly html: boolean;
  readonly files: readonly File[];
}

/** The new message and the edit that a user is writing in a thread. */
export interface Drafts {
  readonly draft: Store<Draft>;
  /** The new text of a message, by its id. */
  readonly edit: Store<{ readonly id: string; readonly text: string } | undefined>;
}

/** The empty draft. */
export const NO_DRAFT: Draft = { text: "", html: false, files: [] };

const kept = new Map<string, Drafts>();

/** Returns the drafts of a user in a thread. They are lost when the page is closed. */
export function draftsOf(threadId: string, userId: string): Drafts {
  const key = `${threadId} ${userId}`;
  let drafts = kept.get(key);
  if (drafts === undefined) {
    drafts = {
      draft: createStore(NO_DRAFT),
      edit: createStore<{ id: string; text: string } | undefined>(undefined),
    };
    kept.set(key, drafts);
  }
  return drafts;
}
