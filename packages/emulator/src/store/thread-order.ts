/** The position of a thread in a list, which is sorted by latest message, then by id. */
export interface ThreadPlace {
  readonly lastMessageOn: number;
  readonly id: string;
}

/** Compares two positions in the order of lists. */
export function byLatestMessage(a: ThreadPlace, b: ThreadPlace): number {
  if (a.lastMessageOn !== b.lastMessageOn) return b.lastMessageOn - a.lastMessageOn;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Access to the threads of a user, including those that the user was removed from. */
export interface ThreadSource {
  all(userId: string): Iterable<ThreadPlace>;
  /** Returns the position of a thread; undefined if it does not exist, or if the user never was a participant. */
  one(userId: string, threadId: string): ThreadPlace | undefined;
}

/**
 * The threads of each user in the order of lists. A user's order is built for the first list and
 * kept. Later lists only move the threads that were touched since, so the cost of a page does not
 * depend on the number of threads.
 */
export interface ThreadOrder {
  /** Records that a thread has a new message or a new participant. */
  touch(threadId: string): void;
  /** Iterates over the positions after another one, or over all. */
  after(userId: string, place: ThreadPlace | undefined): Iterable<ThreadPlace>;
  /** Removes all orders. */
  clear(): void;
}

/** The most users whose order is kept. */
const MOST_VIEWS = 100;
/** The most touches that are remembered. A view that missed more is rebuilt. */
const MOST_TOUCHES = 65_536;

interface View {
  entries: ThreadPlace[];
  known: Map<string, ThreadPlace>;
  /** The number of the next touch to apply to the view. */
  at: number;
}

/** Creates the orders of a store's users. */
export function createThreadOrder(source: ThreadSource): ThreadOrder {
  const views = new Map<string, View>();
  let touches: string[] = [];
  let forgotten = 0;

  const make = (userId: string): View => {
    const entries = [...source.all(userId)].toSorted(byLatestMessage);
    const known = new Map(entries.map((entry) => [entry.id, entry]));
    return { entries, known, at: forgotten + touches.length };
  };

  const update = (userId: string, view: View): View => {
    const missed = forgotten + touches.length - view.at;
    if (view.at < forgotten || missed > Math.max(100, view.entries.length / 32)) {
      return make(userId);
    }
    for (const id of new Set(touches.slice(view.at - forgotten))) {
      move(view, id, source.one(userId, id));
    }
    view.at = forgotten + touches.length;
    return view;
  };

  return {
    touch(threadId) {
      if (views.size === 0) return;
      touches.push(threadId);
      if (touches.length <= MOST_TOUCHES) return;
      forgotten += MOST_TOUCHES / 2;
      touches = touches.slice(MOST_TOUCHES / 2);
    },
    *after(userId, place) {
      const kept = views.get(userId);
      const view = kept === undefined ? make(userId) : update(userId, kept);
      // Moved to the end of the map, because the least recently used view is removed first.
      views.delete(userId);
      views.set(userId, view);
      if (views.size > MOST_VIEWS) {
        for (const oldest of views.keys()) {
          views.delete(oldest);
          break;
        }
      }
      const { entries } = view;
      const start = place === undefined ? 0 : firstAfter(entries, place);
      for (let at = start; at < entries.length; at++) yield entries[at]!;
    },
    clear() {
      views.clear();
      touches = [];
      forgotten = 0;
    },
  };
}

/** Moves a thread to its new position in a view. */
function move({ entries, known }: View, id: string, place: ThreadPlace | undefined): void {
  const before = known.get(id);
  if (before !== undefined) {
    if (place !== undefined && byLatestMessage(before, place) === 0) return;
    entries.splice(firstAfter(entries, before) - 1, 1);
    known.delete(id);
  }
  if (place === undefined) return;
  entries.splice(firstAfter(entries, place), 0, place);
  known.set(id, place);
}

/** Returns the index of the first entry after a position. */
function firstAfter(entries: readonly ThreadPlace[], place: ThreadPlace): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byLatestMessage(entries[middle]!, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
