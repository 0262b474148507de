import type { ChatMessage } from "@acs-chat/client";
import { createSingleFlight } from "../lib/single-flight.ts";
import type { MessagePages } from "./pages.ts";
import { placeOf, type Timeline } from "./timeline.ts";
import type { SentMessage } from "./model.ts";

/** A part of a thread in which messages may be missing. */
export interface MessageGap {
  /** The id of the gap, for `loadGap`. */
  readonly id: string;
  /** The key of the message before the gap; absent if the gap is above all shown messages. */
  readonly after?: string;
  /** The key of the message after the gap; absent if the gap is below all shown messages. */
  readonly before?: string;
}

/** A range of versions that were not read: above `from` and below `to`. */
interface Unread {
  readonly from: number;
  readonly to: number;
  readonly token: string | undefined;
}

/** Reads missed changes. The list by version is a feed of all changes; it is read down to the last known version. */
export interface CatchUp {
  /** Called when the list was read without a gap, down from this version. Ends all gaps. */
  begin(version: number): void;
  /** Called when an event delivered a message with this version. */
  note(version: number): void;
  /**
   * Called when events may have been missed. After `disconnected`, events before the disconnection are trusted,
   * except those of the last seconds, which may have arrived out of order. After `loss` no event is trusted.
   */
  fellBehind(reason: "disconnected" | "loss"): void;
  /** True if changes may have been missed that were not read yet. */
  readonly behind: boolean;
  /** The version from which to continue after a restart. */
  readonly resumeFrom: number;
  /** Reads missed changes. If that takes more pages than allowed, the rest becomes a gap. */
  run(): Promise<void>;
  /** Reads one page of a gap, from its newer end. */
  loadGap(id: string): Promise<void>;
  /** Called when all versions between the two were read. */
  covered(low: number, high: number): void;
  gaps(shown: readonly SentMessage[]): readonly MessageGap[];
  /** The version above which the newest messages have no gap. */
  readonly soundFrom: number;
  clear(): void;
}

export interface CatchUpParts {
  readonly pages: MessagePages;
  readonly timeline: Timeline;
  readonly deliver: (items: readonly ChatMessage[]) => void;
  /** How far events may be out of order, in milliseconds. */
  readonly overlapInMs: number;
  /** The most pages to read. The rest becomes a gap. */
  readonly maxPages: number;
}

export function createCatchUp(parts: CatchUpParts): CatchUp {
  const { pages, timeline, deliver, overlapInMs, maxPages } = parts;
  /** All versions up to this one are known, except for gaps. */
  let synced = 0;
  let highest = 0;
  let behind: number | undefined;
  let unread: readonly Unread[] = [];

  const covered = (low: number, high: number): void => {
    unread = unread
      .map((gap) =>
        high >= gap.to && low < gap.to ? { ...gap, to: Math.max(low, gap.from) } : gap,
      )
      .filter(({ from, to }) => to > from && to > timeline.floor);
  };
  const received = (): number => Math.max(synced, highest - overlapInMs);

  const flight = createSingleFlight(async () => {
    while (behind !== undefined) {
      const from = Math.max(behind, timeline.floor);
      behind = undefined;
      let count = 0;
      let top = Number.NEGATIVE_INFINITY;
      let to = Number.POSITIVE_INFINITY;
      try {
        await pages.readUntil(undefined, ({ items, high, low, token }) => {
          count += 1;
          top = Math.max(top, high);
          to = Math.min(low, to);
          const isLast = low <= from || count >= maxPages;
          // Before the delivery, which announces what is left as a gap together with the page.
          if (isLast) {
            covered(to, Number.POSITIVE_INFINITY);
            if (to > from) unread = [...unread, { from, to, token }];
            synced = Math.max(synced, top);
          }
          deliver(items);
          return isLast;
        });
      } catch (error) {
        behind = Math.min(behind ?? from, from);
        throw error;
      }
    }
  });

  return {
    begin(version) {
      synced = Math.max(synced, version);
      highest = Math.max(highest, version);
      unread = [];
      // What was lost before that was read with it.
      if (behind !== undefined) behind = Math.max(behind, version);
    },
    note(version) {
      highest = Math.max(highest, version);
    },
    fellBehind(reason) {
      const from = reason === "loss" ? synced : received();
      behind = Math.min(behind ?? from, from);
    },
    get behind() {
      return behind !== undefined || flight.running;
    },
    get resumeFrom() {
      return behind ?? received();
    },
    run: flight.run,
    async loadGap(id) {
      const gap = unread.find(({ from }) => String(from) === id);
      if (!gap) return;
      await pages.readUntil(gap.token, ({ items, low, token }) => {
        if (low < gap.to) {
          unread = unread.map((one) => (one.from === gap.from ? { ...one, to: low, token } : one));
          unread = unread.filter(({ from, to }) => to > from);
        }
        deliver(items);
        return low < gap.to;
      });
    },
    covered,
    gaps(shown) {
      return unread
        .filter(({ from, to }) => to > timeline.floor && from < timeline.ceiling)
        .map(({ from, to }) => {
          // The position of the gap: messages that arrived as events before the disconnection stay above it.
          const place = placeOf(shown, to);
          const after = shown[place - 1]?.key;
          const before = shown[place]?.key;
          return gapOf(from, after, before);
        });
    },
    get soundFrom() {
      return Math.max(Number.NEGATIVE_INFINITY, ...unread.map(({ to }) => to));
    },
    clear() {
      synced = 0;
      highest = 0;
      behind = undefined;
      unread = [];
    },
  };
}

function gapOf(from: number, after: string | undefined, before: string | undefined): MessageGap {
  return { id: String(from), ...(after && { after }), ...(before && { before }) };
}
