import { createStore, type Store } from "../lib/store.ts";

/** A message that is being written. */
export interface Draft {
  readonly text: string;
  readonly html: boolean;
  readonly files: readonly File[];
}

/** A message on its way, or one that did not make it. */
export interface Outgoing {
  readonly key: string;
  readonly content: string;
  readonly type: "text" | "html";
  readonly files: readonly File[];
  /** Why it was not sent. */
  readonly problem?: string;
}

/** What a user has written in a thread and the service does not have. */
export interface Unsent {
  readonly draft: Store<Draft>;
  /** The new text of a message, by its id. */
  readonly edit: Store<{ readonly id: string; readonly text: string } | undefined>;
  readonly outgoing: Store<readonly Outgoing[]>;
}

/** The draft of one who has written nothing. */
export const NO_DRAFT: Draft = { text: "", html: false, files: [] };

const kept = new Map<string, Unsent>();

/** What a user has not sent to a thread. It outlives every conversation, as long as the page is open. */
export function unsentOf(threadId: string, userId: string): Unsent {
  const key = `${threadId} ${userId}`;
  let unsent = kept.get(key);
  if (unsent === undefined) {
    unsent = {
      draft: createStore(NO_DRAFT),
      edit: createStore<{ id: string; text: string } | undefined>(undefined),
      outgoing: createStore<readonly Outgoing[]>([]),
    };
    kept.set(key, unsent);
  }
  return unsent;
}
