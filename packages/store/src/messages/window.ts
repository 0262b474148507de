import type { ChatMessage } from "@acs-chat/client";
import { createSingleFlight, type SingleFlight } from "../lib/single-flight.ts";
import type { CatchUp } from "./catch-up.ts";
import type { MessagePages } from "./pages.ts";
import type { Timeline } from "./timeline.ts";

/** Moves the window of shown messages over the thread. */
export interface Window {
  /** Reads the newest page. */
  readonly first: SingleFlight;
  /** Reads a page at the old end. */
  readonly older: SingleFlight;
  /** Reads a page at the new end, when messages there were forgotten. */
  readonly newer: SingleFlight;
  /** Whether a page at an end is being read. What was read, and that it is, are announced together. */
  readonly loadingOlder: boolean;
  readonly loadingNewer: boolean;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export interface WindowParts {
  readonly pages: MessagePages;
  readonly timeline: Timeline;
  readonly catchUp: CatchUp;
  readonly deliver: (items: readonly ChatMessage[], floor?: number, ceiling?: number) => void;
  /** The far end gives way to what is read at the near one. */
  readonly trim: (end: "oldest" | "newest") => void;
  /** Announces the changes of `work` at once. */
  readonly batch: (work: () => void) => void;
}

export function createWindow(parts: WindowParts): Window {
  const { pages, timeline, catchUp, deliver, trim, batch } = parts;
  const first = createSingleFlight(async () => {
    let top = 0;
    await pages.readUntil(undefined, ({ items, high, low }) => {
      top = Math.max(top, high);
      deliver(items, low);
      return Number.isFinite(low);
    });
    catchUp.begin(top);
  });

  let loadingOlder = false;
  let loadingNewer = false;
  const older = createSingleFlight(async () => {
    loadingOlder = true;
    const before = timeline.floor;
    const start = pages.above(before);
    const read: ChatMessage[] = [];
    const reading = pages.readUntil(start.token, ({ items, low }) => {
      read.push(...items);
      if (low >= before) return false;
      catchUp.covered(low, start.version);
      loadingOlder = false;
      // The floor may have risen meanwhile: what was read must reach up to it.
      batch(() => {
        deliver(read, timeline.floor <= start.version ? low : undefined);
        trim("newest");
      });
      return true;
    });
    await reading.finally(() => (loadingOlder = false));
  });

  const newer = createSingleFlight(async () => {
    const before = timeline.ceiling;
    if (before === Number.POSITIVE_INFINITY) return;
    loadingNewer = true;
    // The lowest position above the ceiling: what is read from there reaches down to the ceiling.
    const start = pages.above(before + 1);
    const read: ChatMessage[] = [];
    const reading = pages.readUntil(start.token, ({ items, low }) => {
      read.push(...items);
      if (low > before) return false;
      catchUp.covered(low, start.version);
      loadingNewer = false;
      // The ceiling may have sunk meanwhile: what was read must reach down to it.
      batch(() => {
        deliver(read, undefined, timeline.ceiling >= low ? start.version : undefined);
        trim("oldest");
      });
      return true;
    });
    await reading.finally(() => (loadingNewer = false));
  });

  return {
    first,
    older,
    newer,
    get loadingOlder() {
      return loadingOlder;
    },
    get loadingNewer() {
      return loadingNewer;
    },
    get hasOlder() {
      return Number.isFinite(timeline.floor);
    },
    get hasNewer() {
      return Number.isFinite(timeline.ceiling);
    },
  };
}
