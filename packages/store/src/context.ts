import type { StoreClient } from "./client-face.ts";
import type { Cells } from "./lib/slice.ts";
import type { Timers } from "./lib/timers.ts";
import type { Settings } from "./options.ts";

/** What all parts of one store share. */
export interface StoreContext {
  readonly client: StoreClient;
  readonly settings: Settings;
  /** The user's raw id. */
  readonly userId: string;
  readonly cells: Cells;
  readonly timers: Timers;
  /** Aborts all requests when the store is disposed. */
  readonly abortSignal: AbortSignal;
  /** Reports a failure that no caller waits for. */
  readonly report: (error: unknown) => void;
  readonly link: Link;
  /** Something that outlives the store has changed. */
  readonly persist: () => void;
}

/** What the parts need to know of the connection. */
export interface Link {
  /** Whether events flow. */
  readonly connected: boolean;
  /** Whether the connection was lost and is being made again. */
  readonly lost: boolean;
  /** Whether notifications were started and have not ended. */
  readonly watched: boolean;
}
