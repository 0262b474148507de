import type { ChatMessage } from "@acs-chat/client";

/**
 * The messages of a thread as far as they are known. The service lists them by version, newest
 * first, so that an old message that was edited stands on the first page: it is held back until all
 * that belongs after it is known.
 */
export interface Timeline {
  /** Adds a page of the list. Without `more` it was the last one. */
  addPage(page: readonly ChatMessage[], more: boolean): void;
  /** Adds or replaces one message, unless a newer version of it is known. */
  put(message: ChatMessage): void;
  /** Marks a message as deleted. */
  remove(id: string, version: string, deletedOn: Date): void;
  /** Whether this or a newer version of the message is known. */
  knows(id: string, version: string): boolean;
  /** The newest version known; `"0"` at first. */
  readonly newestVersion: string;
  /** What can be shown without a gap, oldest first. */
  visible(): readonly ChatMessage[];
}

/** Starts with nothing known. */
export function createTimeline(): Timeline {
  const messages = new Map<number, ChatMessage>();
  /** Ids of all known messages, ascending. */
  const ids: number[] = [];
  /** All versions from here on are known. */
  let floor = Number.POSITIVE_INFINITY;
  let newest = 0;
  let shown: readonly ChatMessage[] | undefined;

  const knows = (id: string, version: string): boolean => {
    const known = messages.get(Number(id));
    return known !== undefined && Number(known.version) >= Number(version);
  };
  const put = (message: ChatMessage): void => {
    if (knows(message.id, message.version)) return;
    newest = Math.max(newest, Number(message.version));
    const id = Number(message.id);
    const known = messages.get(id);
    if (known === undefined) ids.splice(positionOf(ids, id), 0, id);
    // An event does not bring everything that a list does.
    messages.set(id, message.deletedOn ? message : { ...known, ...message });
    shown = undefined;
  };
  return {
    addPage(page, more) {
      for (const message of page) put(message);
      floor = more ? Math.min(floor, Number(page.at(-1)?.version ?? floor)) : 0;
      shown = undefined;
    },
    put,
    remove(id, version, deletedOn) {
      const known = messages.get(Number(id));
      if (known === undefined) return;
      const { editedOn: _, ...rest } = known;
      put({ ...rest, version, deletedOn, content: { message: "" } });
    },
    knows,
    get newestVersion() {
      return String(newest);
    },
    visible: () => (shown ??= ids.slice(positionOf(ids, floor)).map((id) => messages.get(id)!)),
  };
}

/** Where a number stands, or would stand, among ascending ones. */
function positionOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
