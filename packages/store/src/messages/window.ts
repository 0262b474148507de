import type { ChatMessage } from "@acs-chat/client";
import { createSingleFlight, type SingleFlight } from "../lib/single-flight.ts";
import type { CatchUp } from "./catch-up.ts";
import type { MessagePages } from "./pages.ts";
import type { Timeline } from "./timeline.ts";

/** Moves the window of shown messages over the thread. */
export interface Window {
  /** Reads the newest page. */
  readonly first: SingleFlight;
  /** Reads a page of older messages. */
  readonly older: SingleFlight;
  /** Reads a page of newer messages, after some were dropped. */
  readonly newer: SingleFlight;
  /** True while a page is being read. Set to false together with the page's messages. */
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
  /** Drops messages at the far end after a page was read at the near one. */
  readonly trim: (end: "oldest" | "newest") => void;
  /** Announces the changes of `work` together. */
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
      // The floor may have risen meanwhile. The pages must reach it.
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
    // Starts at the lowest known position above the ceiling, so that the page reaches the ceiling.
    const start = pages.above(before + 1);
    const read: ChatMessage[] = [];
    const reading = pages.readUntil(start.token, ({ items, low }) => {
      read.push(...items);
      if (low > before) return false;
      catchUp.covered(low, start.version);
      loadingNewer = false;
      // The ceiling may have sunk meanwhile. The pages must reach it.
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
