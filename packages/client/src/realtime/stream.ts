import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  ResyncRequiredEvent,
} from "./events.ts";

/** What waits in a stream without {@link ChatEventsOptions.bufferSize}. */
const DEFAULT_BUFFER_SIZE = 1000;

/** An iteration over events, and its other end. */
export interface EventStream<K extends keyof ChatEvents> {
  readonly iterator: AsyncIterableIterator<ChatEventItem<K>>;
  push(item: ChatEventItem): void;
  /** No more comes; with an error the reader gets it after what waits. */
  end(error?: Error): void;
}

/**
 * Makes a stream: what the reader has not fetched waits, up to a bound. Beyond it the oldest give way
 * to one `resyncRequired` that stands where they stood.
 */
export function createEventStream<K extends keyof ChatEvents>(
  options: ChatEventsOptions<K>,
  now: () => number,
  onEnd: () => void,
): EventStream<K> {
  const { signal, threadId, types, bufferSize = DEFAULT_BUFFER_SIZE } = options;
  let waiting: ChatEventItem[] = [];
  let readers: PromiseWithResolversOf<ChatEventItem<K>>[] = [];
  let ended = false;
  let failure: Error | undefined;
  /** When the oldest item that waits was put in. */
  let times: number[] = [];
  let overflow: { type: "resyncRequired"; event: ResyncRequiredEvent } | undefined;

  const finish = (error?: Error): void => {
    if (ended) return;
    ended = true;
    failure = error;
    signal?.removeEventListener("abort", abort);
    onEnd();
    for (const reader of readers) settleEnd(reader);
    readers = [];
  };
  const settleEnd = (reader: PromiseWithResolversOf<ChatEventItem<K>>): void => {
    const error = failure;
    failure = undefined;
    if (error) reader.reject(error);
    else reader.resolve({ done: true, value: undefined });
  };
  const discard = (): void => {
    waiting = [];
    times = [];
    overflow = undefined;
    finish();
  };
  function abort(): void {
    discard();
  }
  if (signal?.aborted) discard();
  else signal?.addEventListener("abort", abort);

  const wanted = (item: ChatEventItem): boolean =>
    item.type === "resyncRequired" ||
    ((threadId === undefined || item.event.threadId === threadId) &&
      (types === undefined || (types as readonly string[]).includes(item.type)));

  const take = (): ChatEventItem | undefined => {
    if (overflow) {
      const announcement = overflow;
      overflow = undefined;
      return announcement;
    }
    times.shift();
    return waiting.shift();
  };

  const iterator: AsyncIterableIterator<ChatEventItem<K>> = {
    [Symbol.asyncIterator]: () => iterator,
    next() {
      const item = take();
      if (item) return Promise.resolve({ done: false, value: item as ChatEventItem<K> });
      const { promise, ...reader } = withResolvers<ChatEventItem<K>>();
      if (ended) settleEnd(reader);
      else readers.push(reader);
      return promise;
    },
    return() {
      discard();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  return {
    iterator,
    push(item) {
      if (ended || !wanted(item)) return;
      const reader = readers.shift();
      if (reader) {
        reader.resolve({ done: false, value: item as ChatEventItem<K> });
        return;
      }
      waiting.push(item);
      times.push(now());
      if (waiting.length <= bufferSize) return;
      const lost = waiting.shift()!;
      const lostAt = times.shift()!;
      const since = lost.type === "resyncRequired" ? lost.event.since : new Date(lostAt);
      overflow ??= { type: "resyncRequired", event: { since, reason: "bufferOverflow" } };
    },
    end: finish,
  };
}

interface PromiseWithResolversOf<T> {
  resolve(result: IteratorResult<T, undefined>): void;
  reject(error: Error): void;
}

function withResolvers<T>(): PromiseWithResolversOf<T> & {
  promise: Promise<IteratorResult<T, undefined>>;
} {
  let resolve!: (result: IteratorResult<T, undefined>) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<IteratorResult<T, undefined>>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
