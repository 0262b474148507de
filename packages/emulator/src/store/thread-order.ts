/** Where a thread stands in a list: latest message first, then by id. */
export interface ThreadPlace {
  readonly lastMessageOn: number;
  readonly id: string;
}

/** Compares two places in the order of lists. */
export function byLatestMessage(a: ThreadPlace, b: ThreadPlace): number {
  if (a.lastMessageOn !== b.lastMessageOn) return b.lastMessageOn - a.lastMessageOn;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** What a store knows of the threads of a user, whether or not the user was removed from them. */
export interface ThreadSource {
  all(userId: string): Iterable<ThreadPlace>;
  /** The place of one thread; undefined if it does not exist, or if the user never was in it. */
  one(userId: string, threadId: string): ThreadPlace | undefined;
}

/**
 * The threads of each user in the order of lists. A user's order is made with the first list and
 * kept: later lists only move the threads that were touched since, so that a page costs what it
 * holds, however many threads there are.
 */
export interface ThreadOrder {
  /** Notes that a thread has a new message or a new participant. */
  touch(threadId: string): void;
  /** The places behind another one (all, without one), in order. */
  after(userId: string, place: ThreadPlace | undefined): Iterable<ThreadPlace>;
  /** Forgets everything. */
  clear(): void;
}

/** Users whose order is kept. */
const MOST_VIEWS = 100;
/** Touches that are remembered; a view that missed more is made anew. */
const MOST_TOUCHES = 65_536;

interface View {
  entries: ThreadPlace[];
  known: Map<string, ThreadPlace>;
  /** Number of the next touch that the view has not heard of. */
  at: number;
}

/** Makes the orders of a store's users. */
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
      // The one that was asked for last is the last to go.
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

/** Takes a thread from where it was in a view to where it is. */
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

/** The index of the first entry behind a place. */
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
