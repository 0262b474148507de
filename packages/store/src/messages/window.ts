import type { ChatMessage } from "@acs-chat/client";
import { createSingleFlight, type SingleFlight } from "../lib/single-flight.ts";
import { type Cell, replace } from "../lib/slice.ts";
import type { CatchUp } from "./catch-up.ts";
import type { MessagePages } from "./pages.ts";
import type { MessagesLoading } from "./snapshot.ts";
import type { Timeline } from "./timeline.ts";

/** Moves the window of shown messages over the thread. */
export interface Window {
  /** Reads the newest page, and opens the thread with it. */
  readonly first: SingleFlight;
  /** Reads a page of older messages. */
  readonly older: SingleFlight;
  /** Reads a page of newer messages, after some were dropped. */
  readonly newer: SingleFlight;
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
  /** The ends at which a page is being read. Set to false together with the page's messages. */
  readonly loading: Cell<MessagesLoading>;
  /** Called together with the newest page. The list was read without a gap, down from this version. */
  readonly onFirst: (version: number) => void;
  /** Announces the changes of `work` together. */
  readonly batch: (work: () => void) => void;
}

export function createWindow(parts: WindowParts): Window {
  const { pages, timeline, catchUp, deliver, trim, loading, onFirst, batch } = parts;
  const first = createSingleFlight(() =>
    pages.readUntil(undefined, ({ items, high, low }) => {
      // An empty page that is followed by others reaches nowhere.
      if (low === Number.POSITIVE_INFINITY) return false;
      batch(() => {
        deliver(items, low);
        onFirst(Math.max(0, high));
      });
      return true;
    }),
  );

  const setLoading = (change: Partial<MessagesLoading>): void =>
    void replace(loading, { ...loading.getSnapshot(), ...change });
  const older = createSingleFlight(async () => {
    setLoading({ older: true });
    const before = timeline.floor;
    const start = pages.above(before);
    const read: ChatMessage[] = [];
    const reading = pages.readUntil(start.token, ({ items, low }) => {
      read.push(...items);
      if (low >= before) return false;
      catchUp.covered(low, start.version);
      // The floor may have risen meanwhile. The pages must reach it.
      batch(() => {
        setLoading({ older: false });
        deliver(read, timeline.floor <= start.version ? low : undefined);
        trim("newest");
      });
      return true;
    });
    await reading.finally(() => setLoading({ older: false }));
  });

  const newer = createSingleFlight(async () => {
    const before = timeline.ceiling;
    if (before === Number.POSITIVE_INFINITY) return;
    setLoading({ newer: true });
    // Starts at the lowest known position above the ceiling, so that the page reaches the ceiling.
    const start = pages.above(before + 1);
    const read: ChatMessage[] = [];
    const reading = pages.readUntil(start.token, ({ items, low }) => {
      read.push(...items);
      if (low > before) return false;
      catchUp.covered(low, start.version);
      // The ceiling may have sunk meanwhile. The pages must reach it.
      batch(() => {
        setLoading({ newer: false });
        deliver(read, undefined, timeline.ceiling >= low ? start.version : undefined);
        trim("oldest");
      });
      return true;
    });
    await reading.finally(() => setLoading({ newer: false }));
  });

  return {
    first,
    older,
    newer,
    get hasOlder() {
      return Number.isFinite(timeline.floor);
    },
    get hasNewer() {
      return Number.isFinite(timeline.ceiling);
    },
  };
}
