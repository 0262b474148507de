import type { StoreContext } from "./context.ts";
import { createQueue } from "./lib/queue.ts";
import { createSingleFlight } from "./lib/single-flight.ts";
import { asSlice, hasSameFields, type Slice } from "./lib/slice.ts";
import { eventOverlapInMs } from "./options.ts";
import { newestFirst, summaryOf, type ThreadSummary } from "./thread/summary.ts";
import type { ThreadModel } from "./thread/thread.ts";

/** The loaded threads of the user, newest first. */
export interface ThreadsSnapshot {
  readonly items: readonly ThreadSummary[];
  readonly loaded: boolean;
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** The sum of the known unread counts. */
  readonly unreadCount: number;
  /** The error of the last load; absent after a successful one. */
  readonly error?: unknown;
}

/** The list of threads. */
export interface Threads extends Slice<ThreadsSnapshot> {
  /** Loads the next page, if `hasMore`. */
  loadMore(): Promise<void>;
}

export interface ThreadsModel {
  readonly slice: Threads;
  /** Whether the list is wanted: a store of single threads does not keep one. */
  readonly wanted: boolean;
  /** Loads the first page. */
  load(): Promise<void>;
  /** Reads the loaded threads again, because some may be new, left or deleted. */
  refresh(): Promise<void>;
  /** Called when something of a listed thread has changed. */
  changed(threadId: string): void;
  /** Called after an event in a thread. Adds the thread to the list if it is missing. */
  happened(threadId: string, at: Date | undefined): void;
}

/** The number of threads whose details are read concurrently. */
const concurrency = 4;

export function createThreads(
  { client, cells, settings, abortSignal, report }: StoreContext,
  thread: (id: string) => ThreadModel,
): ThreadsModel {
  const summaries = new Map<string, ThreadSummary>();
  const times = new Map<string, Date>();
  const enqueue = createQueue(concurrency);
  let pages = start();
  let isWanted = false;
  let loaded = false;
  let hasMore = false;
  const cell = cells.cell<ThreadsSnapshot>({
    items: [],
    loaded: false,
    hasMore: false,
    loading: false,
    unreadCount: 0,
  });

  function start() {
    return client.listChatThreads({ maxPageSize: settings.threadsPageSize, abortSignal }).byPage();
  }
  const publish = (error?: unknown): void => {
    // oxlint-disable-next-line unicorn/no-array-sort -- React Native has no toSorted.
    const items = [...summaries.values()].sort(newestFirst);
    const unreadCount = items.reduce((sum, one) => sum + (one.unreadCount ?? 0), 0);
    const loading = reading.running;
    cell.set({
      items,
      loaded,
      hasMore,
      loading,
      unreadCount,
      ...(error !== undefined && { error }),
    });
  };
  const summarize = (id: string): void => {
    const next = summaryOf(thread(id).face, times.get(id));
    const before = summaries.get(id);
    if (before && hasSameFields(before, next)) return;
    summaries.set(id, next);
    publish();
  };
  const peek = (id: string): void => {
    enqueue(() => thread(id).peek()).catch((error: unknown) => {
      if (!abortSignal.aborted) report(error);
    });
  };
  /**
   * Reads a page. Returns whether there may be another one. Reads the details of threads that are new, have changed,
   * or have messages at or after `since`, because there may be more in the same second.
   */
  const readPage = async (from: typeof pages, since = Infinity): Promise<boolean> => {
    const { value, done } = await from.next();
    if (done === true) return false;
    cells.batch(() => {
      for (const { id, topic, deletedOn, lastMessageReceivedOn } of value) {
        const isNew = !summaries.has(id);
        const at = +(lastMessageReceivedOn ?? 0);
        const changed = at !== +(times.get(id) ?? 0) || at >= since;
        if (lastMessageReceivedOn) times.set(id, lastMessageReceivedOn);
        thread(id).listed(topic, deletedOn);
        summarize(id);
        if (!deletedOn && (isNew || changed)) peek(id);
      }
    });
    return value.continuationToken !== undefined;
  };
  const reading = createSingleFlight(async () => {
    // An empty page may be followed by others.
    const before = summaries.size;
    do hasMore = await readPage(pages);
    while (hasMore && summaries.size === before);
    loaded = true;
  });
  const refreshing = createSingleFlight(async () => {
    const again = start();
    const wanted = summaries.size;
    const since = Math.max(...[...times.values()].map(Number)) - eventOverlapInMs;
    let more = true;
    for (let seen = 0; more && seen < wanted; seen += settings.threadsPageSize) {
      more = await readPage(again, since);
    }
  });
  const publishAround = async (work: Promise<void>): Promise<void> => {
    publish();
    try {
      await work;
      publish();
    } catch (error) {
      // An iterator ends after an error.
      pages = start();
      publish(error);
      throw error;
    }
  };

  return {
    slice: {
      ...asSlice(cell),
      loadMore: async () => (hasMore ? publishAround(reading.run()) : undefined),
    },
    get wanted() {
      return isWanted;
    },
    async load() {
      isWanted = true;
      if (!loaded) await publishAround(reading.run());
    },
    refresh: async () => (loaded ? refreshing.run() : undefined),
    changed(threadId) {
      if (summaries.has(threadId)) summarize(threadId);
    },
    happened(threadId, at) {
      if (!isWanted) return;
      const isNew = !summaries.has(threadId);
      if (at && at > (times.get(threadId) ?? new Date(0))) times.set(threadId, at);
      summarize(threadId);
      if (isNew) peek(threadId);
    },
  };
}
