import { createDeferred, type Deferred } from "./deferred.ts";
import type { ChatEventItem, ChatEventsOptions } from "./events.ts";

/** The number of events that wait without {@link ChatEventsOptions.bufferSize}. */
const defaultBufferSize = 1000;

/** The writing end of an iteration over events. */
export interface EventStream {
  /** Adds an event, if the iteration wants it. If too many wait, one `resyncRequired` replaces the oldest. */
  push(item: ChatEventItem): void;
  /** Ends the iteration after the events that wait, with an error if there is one. */
  end(error?: Error): void;
}

type Result = IteratorResult<ChatEventItem, undefined>;

const done: Result = { done: true, value: undefined };

/** Creates an iteration over events. `streams` contains its writing end until it ends. */
export function createEventStream(
  options: ChatEventsOptions,
  now: () => number,
  streams: Set<EventStream>,
): AsyncIterableIterator<ChatEventItem, undefined> {
  const { signal, bufferSize = defaultBufferSize } = options;
  let waiting: { readonly item: ChatEventItem; readonly receivedAt: Date }[] = [];
  /** Comes before the events that wait, in place of those that were dropped. */
  let overflow: ChatEventItem | undefined;
  /** Thrown once, after the events that wait. */
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
      // When the application begins to miss something if this event is dropped.
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

/** Whether an iteration with these options wants an event. It always wants `resyncRequired`. */
function isWanted(item: ChatEventItem, { threadId, types }: ChatEventsOptions): boolean {
  if (item.type === "resyncRequired") return true;
  const isOfThread = threadId === undefined || item.event.threadId === threadId;
  return isOfThread && (types === undefined || types.includes(item.type));
}
