import { createStore, type Store } from "../lib/store.ts";

/** A message that is being written. */
export interface Draft {
  readonly text: string;
  readonly html: boolean;
  readonly files: readonly File[];
}

/** A message that is being sent, or that could not be sent. */
export interface Outgoing {
  readonly key: string;
  readonly content: string;
  readonly type: "text" | "html";
  readonly files: readonly File[];
  /** The error, if it could not be sent. */
  readonly problem?: string;
}

/** Text that a user has written in a thread and not sent. */
export interface Unsent {
  readonly draft: Store<Draft>;
  /** The new text of a message, by its id. */
  readonly edit: Store<{ readonly id: string; readonly text: string } | undefined>;
  readonly outgoing: Store<readonly Outgoing[]>;
}

/** The empty draft. */
export const NO_DRAFT: Draft = { text: "", html: false, files: [] };

const kept = new Map<string, Unsent>();

/** Returns a user's unsent text in a thread. It is kept as long as the page is open. */
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
