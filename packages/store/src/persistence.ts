import type { StoredMessages } from "./messages/messages.ts";
import type { UnsentMessage } from "./messages/outbox.ts";

/** What a store keeps of one thread. */
export interface PersistedThread {
  readonly draft?: string;
  readonly unsent?: readonly UnsentMessage[];
  readonly readUpTo?: number;
  readonly newest?: StoredMessages;
}

/** What a store keeps, in a form that survives JSON. Keep it per user: it holds messages. */
export interface PersistedState {
  readonly version: 1;
  readonly userId: string;
  readonly threads: Readonly<Record<string, PersistedThread>>;
}

/** Where a store keeps its state: in IndexedDB, a file, a database. */
export interface ChatStorePersistence {
  /** Returns what was saved last, or undefined. */
  load(): Promise<PersistedState | undefined> | PersistedState | undefined;
  /** Saves the state. Is not called again before it is done. */
  save(state: PersistedState): Promise<void> | void;
}

/** Milliseconds for which changes are collected before they are saved. */
export const saveDelayInMs = 500;

/** Messages of a thread that are kept. */
export const savedMessages = 50;

const dates = new Set(["createdOn", "editedOn", "deletedOn", "shareHistoryTime"]);

/** Makes dates of the strings that JSON made of them. */
export function reviveDates(state: PersistedState): PersistedState {
  return JSON.parse(JSON.stringify(state), (key, value: unknown) =>
    dates.has(key) && typeof value === "string" ? new Date(value) : value,
  ) as PersistedState;
}
