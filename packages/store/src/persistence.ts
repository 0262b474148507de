import type { StoredMessages } from "./messages/face.ts";
import type { UnsentMessage } from "./messages/unsent.ts";

/** The persisted state of a thread. */
export interface PersistedThread {
  readonly draft?: string;
  readonly unsent?: readonly UnsentMessage[];
  readonly readUpTo?: number;
  readonly newest?: StoredMessages;
}

/** The persisted state of a store, as JSON-compatible data. It contains messages, so keep it separate per user. */
export interface PersistedState {
  readonly version: 1;
  readonly userId: string;
  readonly threads: Readonly<Record<string, PersistedThread>>;
}

/** Storage for the state of a store, such as IndexedDB, a file or a database. */
export interface ChatStorePersistence {
  /** Returns the last saved state, or undefined. */
  load(): Promise<PersistedState | undefined> | PersistedState | undefined;
  /** Saves the state. It is not called again before the promise resolves. */
  save(state: PersistedState): Promise<void> | void;
}

/** How long changes are collected before they are saved, in milliseconds. */
export const saveDelayInMs = 500;

/** The number of messages of a thread that are saved. */
export const savedMessages = 50;

const dates = new Set(["createdOn", "editedOn", "deletedOn", "shareHistoryTime"]);

/** Converts the strings that JSON has made of dates back to dates. */
export function reviveDates(state: PersistedState): PersistedState {
  return JSON.parse(JSON.stringify(state), (key, value: unknown) =>
    dates.has(key) && typeof value === "string" ? new Date(value) : value,
  ) as PersistedState;
}
