import type { ChatMessage } from "@acs-chat/client";
import { createSingleFlight, type SingleFlight } from "../lib/single-flight.ts";
import { type Cell, replace } from "../lib/slice.ts";
import type { CatchUp } from "./catch-up.ts";
import type { MessagePage, MessagePages } from "./pages.ts";
import type { MessagesLoading } from "./snapshot.ts";
import type { Timeline } from "./timeline.ts";

/** Moves the window of shown messages over the thread. */
export interface Window {
  /** Reads the newest page, and moves the window to it. */
  readonly newest: SingleFlight;
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
  /** Called with the newest page. */
  readonly onNewest: (page: MessagePage) => void;
  /** Announces the changes of `work` together. */
  readonly batch: (work: () => void) => void;
}

export function createWindow(parts: WindowParts): Window {
  const { pages, timeline, catchUp, deliver, trim, loading, onNewest, batch } = parts;
  const setLoading = (end: keyof MessagesLoading, is: boolean): void =>
    void replace(loading, { ...loading.getSnapshot(), [end]: is });
  const hasNewer = (): boolean => Number.isFinite(timeline.ceiling);
  const newest = createSingleFlight(async () => {
    setLoading("newer", hasNewer());
    const reading = pages.readUntil(undefined, (page) => {
      // An empty page that is followed by others reaches nowhere.
      if (page.low === Number.POSITIVE_INFINITY) return false;
      batch(() => {
        setLoading("newer", false);
        onNewest(page);
      });
      return true;
    });
    await reading.finally(() => setLoading("newer", false));
  });
  const readerOf = (end: keyof MessagesLoading): SingleFlight => {
    const isOlder = end === "older";
    return createSingleFlight(async () => {
      const edge = isOlder ? timeline.floor : timeline.ceiling;
      if (!Number.isFinite(edge)) return;
      setLoading(end, true);
      // Starts at the lowest known position above the edge, so that the pages reach the edge.
      const start = pages.above(isOlder ? edge : edge + 1);
      const read: ChatMessage[] = [];
      const reading = pages.readUntil(start.token, ({ items, low }) => {
        read.push(...items);
        if (isOlder ? low >= edge : low > edge) return false;
        catchUp.covered(low, start.version);
        batch(() => {
          setLoading(end, false);
          // The edge may have moved meanwhile. The pages must reach it.
          if (isOlder) deliver(read, timeline.floor <= start.version ? low : undefined);
          else deliver(read, undefined, timeline.ceiling >= low ? start.version : undefined);
          trim(isOlder ? "newest" : "oldest");
        });
        return true;
      });
      await reading.finally(() => setLoading(end, false));
    });
  };

  return {
    newest,
    older: readerOf("older"),
    newer: readerOf("newer"),
    get hasOlder() {
      return Number.isFinite(timeline.floor);
    },
    get hasNewer() {
      return hasNewer();
    },
  };
}
