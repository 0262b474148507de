import { createEventQueue } from "./event-queue.ts";
import type { ChatEventItem, ChatEventsOptions } from "./events.ts";

/** The number of events that wait without {@link ChatEventsOptions.bufferSize}. */
const defaultBufferSize = 1000;

/** The writing end of an iteration over events. */
export interface EventStream {
  /** Adds an event, if the iteration wants it. */
  push(item: ChatEventItem): void;
  /** Ends the iteration after the events that wait, with an error if there is one. */
  end(error?: Error): void;
}

/** Creates an iteration over events. `streams` contains its writing end until it ends. */
export function createEventStream(
  options: ChatEventsOptions,
  now: () => number,
  streams: Set<EventStream>,
): AsyncIterableIterator<ChatEventItem, undefined> {
  const { signal, bufferSize = defaultBufferSize } = options;
  const queue = createEventQueue(bufferSize);

  const release = (): void => {
    streams.delete(stream);
    signal?.removeEventListener("abort", discard);
  };
  const discard = (): void => {
    release();
    queue.discard();
  };
  const stream: EventStream = {
    push(item) {
      if (isWanted(item, options)) queue.push(item, timeOf(item, now));
    },
    end(error) {
      release();
      if (error) queue.fail(error);
      else queue.close();
    },
  };

  streams.add(stream);
  signal?.addEventListener("abort", discard);
  if (signal?.aborted) discard();

  const iterator: AsyncIterableIterator<ChatEventItem, undefined> = {
    [Symbol.asyncIterator]: () => iterator,
    next: () => queue.next(),
    async return() {
      discard();
      return { done: true, value: undefined };
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

/** When the application began to miss something if this event is dropped. */
const timeOf = (item: ChatEventItem, now: () => number): Date =>
  item.type === "resyncRequired" ? item.event.since : new Date(now());
