import type { ChatMessage } from "@acs-chat/client";

/**
 * What is known of a thread. The service lists messages by version, the last change first, so that an
 * old message that was edited comes with the first page: it is held back until all between it and
 * the others has been read, too.
 */
export interface History {
  /** Adds a page of the list. Without `more` it was the last one. */
  addPage(page: readonly ChatMessage[], more: boolean): void;
  /** Adds a message, or replaces one by a newer version of it. */
  put(message: ChatMessage): void;
  /** The newest version known; 0 at first. */
  readonly newestVersion: number;
  /** What can be shown without a gap, oldest first. The same array until something changes. */
  readonly messages: readonly ChatMessage[];
}

/** Starts with nothing known. */
export function createHistory(): History {
  const known = new Map<number, ChatMessage>();
  /** The ids of all of them, ascending. */
  const ids: number[] = [];
  /** Every version from here on is known. */
  let floor = Number.POSITIVE_INFINITY;
  let newest = 0;
  let shown: readonly ChatMessage[] | undefined;

  const put = (message: ChatMessage): void => {
    const id = Number(message.id);
    const version = Number(message.version);
    if (Number(known.get(id)?.version ?? -1) >= version) return;
    if (!known.has(id)) ids.splice(placeOf(ids, id), 0, id);
    known.set(id, message);
    newest = Math.max(newest, version);
    shown = undefined;
  };
  return {
    addPage(page, more) {
      for (const message of page) put(message);
      floor = more ? Math.min(floor, Number(page.at(-1)?.version ?? floor)) : 0;
      shown = undefined;
    },
    put,
    get newestVersion() {
      return newest;
    },
    get messages() {
      return (shown ??= ids.slice(placeOf(ids, floor)).map((id) => known.get(id)!));
    },
  };
}

/** Where a number stands, or would stand, among ascending ones. */
function placeOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
