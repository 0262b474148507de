import { createDeferred, type Deferred } from "./deferred.ts";
import type { ChatEventItem, ResyncRequiredEvent } from "./events.ts";

type Result = IteratorResult<ChatEventItem, undefined>;

/** Events that wait to be read, bounded in number. */
export interface EventQueue {
  /** Adds an event. If the queue is full, the oldest event is replaced by one `resyncRequired`. */
  push(item: ChatEventItem, receivedAt: Date): void;
  /** Returns the next event, and waits for it if there is none. */
  next(): Promise<Result>;
  /** Ends the queue after the events that wait. A reader then gets the error once. */
  fail(error: Error): void;
  /** Ends the queue after the events that wait. */
  close(): void;
  /** Ends the queue at once. */
  discard(): void;
}

/** Whether events can still come, and how the queue ends. */
type QueueState =
  | { readonly name: "open" }
  | { readonly name: "failed"; readonly error: Error }
  | { readonly name: "closed" };

const done: Result = { done: true, value: undefined };

/** Creates a queue for as many events as `capacity` says. Readers that wait need no place in it. */
export function createEventQueue(capacity: number): EventQueue {
  let state: QueueState = { name: "open" };
  let waiting: { readonly item: ChatEventItem; readonly receivedAt: Date }[] = [];
  /** Stands before the events that wait, in place of those that had to go. */
  let overflow: ResyncRequiredEvent | undefined;
  const readers: Deferred<Result>[] = [];

  const take = (): ChatEventItem | undefined => {
    if (!overflow) return waiting.shift()?.item;
    const event = overflow;
    overflow = undefined;
    return { type: "resyncRequired", event };
  };

  const end = (next: QueueState): void => {
    if (state.name !== "open") return;
    state = next;
    for (const reader of readers.splice(0)) void read().then(reader.resolve, reader.reject);
  };

  const read = async (): Promise<Result> => {
    const value = take();
    if (value) return { done: false, value };
    if (state.name === "failed") {
      const { error } = state;
      state = { name: "closed" };
      throw error;
    }
    if (state.name === "closed") return done;
    const reader = createDeferred<Result>();
    readers.push(reader);
    return reader.promise;
  };

  return {
    push(item, receivedAt) {
      if (state.name !== "open") return;
      const reader = readers.shift();
      if (reader) return reader.resolve({ done: false, value: item });
      waiting.push({ item, receivedAt });
      if (waiting.length <= capacity) return;
      const oldest = waiting.shift()!;
      overflow ??= { since: oldest.receivedAt, reason: "bufferOverflow" };
    },
    next: read,
    fail: (error) => end({ name: "failed", error }),
    close: () => end({ name: "closed" }),
    discard() {
      waiting = [];
      overflow = undefined;
      if (state.name === "failed") state = { name: "closed" };
      end({ name: "closed" });
    },
  };
}
