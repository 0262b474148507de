import type { ChatEventItem, ChatEventsOptions, ResyncRequiredEvent } from "./events.ts";

/** What waits in a stream without {@link ChatEventsOptions.bufferSize}. */
const DEFAULT_BUFFER_SIZE = 1000;

/** The other end of an iteration over events. */
export interface EventStream {
  push(item: ChatEventItem): void;
  /** No more comes; with an error the reader gets it after what waits. */
  end(error?: Error): void;
}

/**
 * Makes an iteration, whose other end is in `streams` until it ends. What the reader has not fetched waits, up to a
 * bound. Beyond it the oldest give way to one `resyncRequired` that stands where they stood.
 */
export function createEventStream(
  { signal, threadId, types, bufferSize = DEFAULT_BUFFER_SIZE }: ChatEventsOptions,
  now: () => number,
  streams: Set<EventStream>,
): AsyncIterableIterator<ChatEventItem> {
  /** What waits, and since when something is missing if it has to give way. */
  let waiting: { item: ChatEventItem; since: Date }[] = [];
  let ended = false;
  let failure: Error | undefined;
  let overflow: ResyncRequiredEvent | undefined;
  /** Makes the reader look again, while it waits. */
  let wake: (() => void) | undefined;

  const end = (error?: Error): void => {
    if (ended) return;
    ended = true;
    failure = error;
    signal?.removeEventListener("abort", discard);
    streams.delete(stream);
    wake?.();
  };
  const discard = (): void => {
    waiting = [];
    overflow = undefined;
    end();
  };

  async function* read(): AsyncGenerator<ChatEventItem, undefined> {
    for (;;) {
      const event = overflow;
      overflow = undefined;
      if (event) yield { type: "resyncRequired", event };
      else if (waiting[0]) yield waiting.shift()!.item;
      else if (failure) throw failure;
      else if (ended) return;
      else {
        await new Promise<void>((resolve) => (wake = resolve));
        wake = undefined;
      }
    }
  }

  const isWanted = (item: ChatEventItem): boolean =>
    item.type === "resyncRequired" ||
    ((threadId ?? item.event.threadId) === item.event.threadId &&
      (types ?? [item.type]).includes(item.type));

  const iterator = read();
  const leave = iterator.return.bind(iterator);
  // A generator that waits would not hear of it before the next event.
  iterator.return = (value) => {
    discard();
    return leave(value);
  };
  const stream: EventStream = {
    push(item) {
      if (ended || !isWanted(item)) return;
      const { since = new Date(now()) } = item.event as Partial<ResyncRequiredEvent>;
      // A reader that waits takes one.
      if (!(waiting.push({ item, since }) <= bufferSize + +!!wake)) {
        const lost = waiting.shift()!;
        overflow ??= { since: lost.since, reason: "bufferOverflow" };
      }
      wake?.();
    },
    end,
  };
  streams.add(stream);
  signal?.addEventListener("abort", discard);
  if (signal?.aborted) discard();
  return iterator;
}
