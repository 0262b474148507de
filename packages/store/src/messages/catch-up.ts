import type { ChatMessage } from "@acs-chat/client";
import { createSingleFlight } from "../lib/single-flight.ts";
import type { MessagePages } from "./pages.ts";
import { placeOf, type Timeline } from "./timeline.ts";
import type { SentMessage } from "./model.ts";

/** A stretch of a thread in which messages may be missing. */
export interface MessageGap {
  /** Identifies the gap: an argument of `loadGap`. */
  readonly id: string;
  /** The key of the message before the gap; absent when the gap is above all shown messages. */
  readonly after?: string;
  /** The key of the message after the gap; absent when the gap is below all shown messages. */
  readonly before?: string;
}

/** Versions that were not read: those above `from` and below `to`. */
interface Unread {
  readonly from: number;
  readonly to: number;
  readonly token: string | undefined;
}

/** Reads what was missed. The list by version is a feed of all changes: it is read down to the last version known. */
export interface CatchUp {
  /** The list was read without a gap, down from this version. */
  begin(version: number): void;
  /** An event brought a message with this version. */
  note(version: number): void;
  /**
   * Events may have been missed. Those that came before the connection was lost are relied on, but for the last
   * seconds, in which they may have overtaken each other; after `loss` none of them is relied on.
   */
  fellBehind(reason: "disconnected" | "loss"): void;
  /** Whether something may have been missed that was not read yet. */
  readonly behind: boolean;
  /** The version from which to read on after a restart. */
  readonly resumeFrom: number;
  /** Reads what was missed. What needs more pages than allowed becomes a gap. */
  run(): Promise<void>;
  /** Reads one page of a gap, from its new end. */
  loadGap(id: string): Promise<void>;
  /** All versions between the two were read. */
  covered(low: number, high: number): void;
  gaps(shown: readonly SentMessage[]): readonly MessageGap[];
  /** The version above which the newest messages are without a gap. */
  readonly soundFrom: number;
  clear(): void;
}

export interface CatchUpParts {
  readonly pages: MessagePages;
  readonly timeline: Timeline;
  readonly deliver: (items: readonly ChatMessage[]) => void;
  /** Milliseconds by which events may overtake each other. */
  readonly overlapInMs: number;
  /** Pages to read at most; the rest becomes a gap. */
  readonly maxPages: number;
}

export function createCatchUp(parts: CatchUpParts): CatchUp {
  const { pages, timeline, deliver, overlapInMs, maxPages } = parts;
  /** Everything up to this version is known, apart from gaps. */
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
      let rest: Unread = { from, to: Number.POSITIVE_INFINITY, token: undefined };
      try {
        await pages.readUntil(undefined, ({ items, high, low, token }) => {
          deliver(items);
          count += 1;
          top = Math.max(top, high);
          rest = { from, to: Math.min(low, rest.to), token };
          return low <= from || count >= maxPages;
        });
      } catch (error) {
        behind = Math.min(behind ?? from, from);
        throw error;
      }
      covered(rest.to, Number.POSITIVE_INFINITY);
      if (rest.to > from) unread = [...unread, rest];
      synced = Math.max(synced, top);
    }
  });

  return {
    begin(version) {
      synced = Math.max(synced, version);
      highest = Math.max(highest, version);
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
        deliver(items);
        if (low >= gap.to) return false;
        unread = unread.map((one) => (one.from === gap.from ? { ...one, to: low, token } : one));
        unread = unread.filter(({ from, to }) => to > from);
        return true;
      });
    },
    covered,
    gaps(shown) {
      return unread
        .filter(({ from, to }) => to > timeline.floor && from < timeline.ceiling)
        .map(({ from, to }) => {
          // Where it is loaded: what came as events before the connection was lost stays above it.
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
