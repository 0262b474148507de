import type { StoreClient } from "./client-face.ts";
import type { Cells } from "./lib/slice.ts";
import type { Timers } from "./lib/timers.ts";
import type { Settings } from "./options.ts";

/** The dependencies that all parts of a store share. */
export interface StoreContext {
  readonly client: StoreClient;
  readonly settings: Settings;
  /** The user's raw id. */
  readonly userId: string;
  readonly cells: Cells;
  readonly timers: Timers;
  /** Aborted when the store is disposed. */
  readonly abortSignal: AbortSignal;
  /** Reports an error that no caller waits for. */
  readonly report: (error: unknown) => void;
  readonly link: Link;
  /** Saves the state, after a change in something that is persisted. */
  readonly persist: () => void;
}

/** The state of the connection, for the parts of the store. */
export interface Link {
  /** True while events arrive. */
  readonly connected: boolean;
  /** True if the connection was lost and is being made again. */
  readonly lost: boolean;
  /** True if notifications were started and have not ended. */
  readonly watched: boolean;
}
