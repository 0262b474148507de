import { createDeferred, type Deferred } from "./deferred.ts";
import type { ChatEventItem, ChatEventsOptions } from "./events.ts";

/** The default of {@link ChatEventsOptions.bufferSize}. */
const defaultBufferSize = 1000;

/** Adds events to an iteration. */
export interface EventStream {
  /** Adds an event if the iteration's options include it. If too many wait, one `resyncRequired` replaces the oldest. */
  push(item: ChatEventItem): void;
  /** Ends the iteration after the waiting events, with an error if one is passed. */
  end(error?: Error): void;
}

type Result = IteratorResult<ChatEventItem, undefined>;

const done: Result = { done: true, value: undefined };

/** Creates an iteration over events, and keeps its `EventStream` in `streams` until it ends. */
export function createEventStream(
  options: ChatEventsOptions,
  now: () => number,
  streams: Set<EventStream>,
): AsyncIterableIterator<ChatEventItem, undefined> {
  const { signal, bufferSize = defaultBufferSize } = options;
  let waiting: { readonly item: ChatEventItem; readonly receivedAt: Date }[] = [];
  /** The item that replaces the dropped events. It is returned before the waiting ones. */
  let overflow: ChatEventItem | undefined;
  /** The error to throw once, after the waiting events. */
  let failure: Error | undefined;
  const readers: Deferred<Result>[] = [];

  const read = async (): Promise<Result> => {
    const value = overflow ?? waiting.shift()?.item;
    overflow = undefined;
    if (value) return { done: false, value };
    const error = failure;
    failure = undefined;
    if (error) throw error;
    if (!streams.has(stream)) return done;
    const reader = createDeferred<Result>();
    readers.push(reader);
    return reader.promise;
  };

  const stream: EventStream = {
    push(item) {
      if (!streams.has(stream) || !isWanted(item, options)) return;
      const reader = readers.shift();
      if (reader) return reader.resolve({ done: false, value: item });
      // The time from which events are missing if this one is dropped.
      const receivedAt = item.type === "resyncRequired" ? item.event.since : new Date(now());
      waiting.push({ item, receivedAt });
      if (waiting.length <= bufferSize) return;
      const event = { since: waiting.shift()!.receivedAt, reason: "bufferOverflow" } as const;
      overflow ??= { type: "resyncRequired", event };
    },
    end(error) {
      if (!streams.delete(stream)) return;
      signal?.removeEventListener("abort", discard);
      failure = error;
      for (const reader of readers.splice(0)) void read().then(reader.resolve, reader.reject);
    },
  };
  const discard = (): void => {
    waiting = [];
    overflow = undefined;
    failure = undefined;
    stream.end();
  };

  streams.add(stream);
  signal?.addEventListener("abort", discard);
  if (signal?.aborted) discard();

  const iterator: AsyncIterableIterator<ChatEventItem, undefined> = {
    [Symbol.asyncIterator]: () => iterator,
    next: read,
    async return() {
      discard();
      return done as IteratorReturnResult<undefined>;
    },
  };
  return iterator;
}

/** Whether the options of an iteration include an event. `resyncRequired` is always included. */
function isWanted(item: ChatEventItem, { threadId, types }: ChatEventsOptions): boolean {
  if (item.type === "resyncRequired") return true;
  const isOfThread = threadId === undefined || item.event.threadId === threadId;
  return isOfThread && (types === undefined || types.includes(item.type));
}
