import type { ChatEventItem, ChatEventsOptions, ResyncRequiredEvent } from "./events.ts";

/** What waits in a stream without {@link ChatEventsOptions.bufferSize}. */
const DEFAULT_BUFFER_SIZE = 1000;

/** An iteration over events, and its other end. */
export interface EventStream {
  readonly iterator: AsyncIterableIterator<ChatEventItem>;
  push(item: ChatEventItem): void;
  /** No more comes; with an error the reader gets it after what waits. */
  end(error?: Error): void;
}

interface Reader {
  resolve(result: IteratorResult<ChatEventItem, undefined>): void;
  reject(error: Error): void;
}

/**
 * Makes a stream: what the reader has not fetched waits, up to a bound. Beyond it the oldest give way
 * to one `resyncRequired` that stands where they stood.
 */
export function createEventStream(
  { signal, threadId, types, bufferSize = DEFAULT_BUFFER_SIZE }: ChatEventsOptions,
  now: () => number,
  onEnd: () => void,
): EventStream {
  /** What waits, and since when. */
  let waiting: { item: ChatEventItem; at: number }[] = [];
  let readers: Reader[] = [];
  let ended = false;
  let failure: Error | undefined;
  let overflow: ResyncRequiredEvent | undefined;

  const settleEnd = (reader: Reader): void => {
    if (failure) reader.reject(failure);
    else reader.resolve({ done: true, value: undefined });
    failure = undefined;
  };
  const end = (error?: Error): void => {
    if (ended) return;
    ended = true;
    failure = error;
    signal?.removeEventListener("abort", discard);
    onEnd();
    for (const reader of readers) settleEnd(reader);
    readers = [];
  };
  const discard = (): void => {
    waiting = [];
    overflow = undefined;
    end();
  };
  signal?.addEventListener("abort", discard);
  if (signal?.aborted) discard();

  const isWanted = (item: ChatEventItem): boolean =>
    item.type === "resyncRequired" ||
    ((threadId === undefined || item.event.threadId === threadId) &&
      (types === undefined || types.includes(item.type)));

  const iterator: AsyncIterableIterator<ChatEventItem> = {
    [Symbol.asyncIterator]: () => iterator,
    next: () =>
      new Promise((resolve, reject) => {
        const value: ChatEventItem | undefined = overflow
          ? { type: "resyncRequired", event: overflow }
          : waiting.shift()?.item;
        overflow = undefined;
        if (value) resolve({ value });
        else if (ended) settleEnd({ resolve, reject });
        else readers.push({ resolve, reject });
      }),
    return() {
      discard();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  return {
    iterator,
    push(item) {
      if (ended || !isWanted(item)) return;
      const reader = readers.shift();
      if (reader) reader.resolve({ value: item });
      else if (waiting.push({ item, at: now() }) > bufferSize) {
        const lost = waiting.shift()!;
        const { type, event } = lost.item;
        const since = type === "resyncRequired" ? event.since : new Date(lost.at);
        overflow ??= { since, reason: "bufferOverflow" };
      }
    },
    end,
  };
}
