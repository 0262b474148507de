import { type Cell, replace } from "../lib/slice.ts";
import type { MessageGap } from "./catch-up.ts";
import type { Changes } from "./changes.ts";
import type { SentMessage, StoreMessage } from "./model.ts";
import { placeOf } from "./timeline.ts";

/** The loaded messages of a thread. */
export interface MessagesSnapshot {
  /** Oldest first. Unsent messages come last. */
  readonly items: readonly StoreMessage[];
  /** True once the newest messages were loaded. */
  readonly loaded: boolean;
  readonly hasOlder: boolean;
  /** True if newer messages were dropped, because `loadOlder` exceeded `maxMessages`. */
  readonly hasNewer: boolean;
  readonly gaps: readonly MessageGap[];
}

/** Which ends of the loaded messages a page is being loaded at. */
export interface MessagesLoading {
  readonly older: boolean;
  readonly newer: boolean;
}

export const emptySnapshot: MessagesSnapshot = {
  items: [],
  loaded: false,
  hasOlder: false,
  hasNewer: false,
  gaps: [],
};

/** Sets a cell to a snapshot, unless they are equal. */
export function publishTo(cell: Cell<MessagesSnapshot>, next: MessagesSnapshot): void {
  const before = cell.getSnapshot();
  const items = sameItems(before.items, next.items) ? before.items : next.items;
  const gaps = JSON.stringify(before.gaps) === JSON.stringify(next.gaps) ? before.gaps : next.gaps;
  replace(cell, { ...next, items, gaps });
}

/** Returns the messages to show: with their pending changes, and unsent messages at the end. */
export function composeItems(
  shown: readonly SentMessage[],
  changes: Changes,
  unsent: readonly StoreMessage[],
): readonly StoreMessage[] {
  let items: StoreMessage[] | undefined;
  for (const id of changes.ids) {
    const place = placeOf(shown, Number(id));
    const message = shown[place];
    if (message?.id !== id) continue;
    items ??= [...shown];
    items[place] = changes.shown(message);
  }
  return unsent.length === 0 ? (items ?? shown) : [...(items ?? shown), ...unsent];
}

function sameItems(before: readonly StoreMessage[], next: readonly StoreMessage[]): boolean {
  if (before === next) return true;
  if (before.length !== next.length) return false;
  // Compared from the end, where most changes are.
  for (let index = next.length - 1; index >= 0; index -= 1) {
    if (before[index] !== next[index]) return false;
  }
  return true;
}
