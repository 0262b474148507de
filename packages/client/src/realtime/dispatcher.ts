import type { RealtimeEvents } from "./events.ts";
import type { ListenerTable } from "./listener-table.ts";

/** Called with the error that a listener throws or its promise rejects with. */
export type OnListenerFailure = (name: keyof RealtimeEvents, cause: unknown) => void;

/** Calls listeners. All listeners receive all events in the same order. */
export interface Dispatcher {
  /** Calls the listeners of an event, after those of the event that is being dispatched. */
  dispatch<K extends keyof RealtimeEvents>(name: K, event: RealtimeEvents[K]): void;
}

/** Creates the dispatcher of a client's listeners. */
export function createDispatcher(table: ListenerTable, onFailure: OnListenerFailure): Dispatcher {
  /** The event that is being dispatched, and those that its listeners caused. */
  const queue: (() => void)[] = [];
  return {
    dispatch(name, event) {
      queue.push(() => callListeners(table, name, event, onFailure));
      if (queue.length > 1) return;
      while (queue[0]) {
        queue[0]();
        queue.shift();
      }
    },
  };
}

/** Calls the listeners of an event in the order of their registration. A failure affects no other listener. */
export function callListeners<K extends keyof RealtimeEvents>(
  table: ListenerTable,
  name: K,
  event: RealtimeEvents[K],
  onFailure: OnListenerFailure,
): void {
  for (const registration of table[name] ?? []) {
    if (registration.once) table[name] = table[name]?.filter((one) => one !== registration) ?? [];
    void callListener(registration.listener, event).catch((cause: unknown) =>
      onFailure(name, cause),
    );
  }
}

/** An async function turns an exception of the listener into a rejection. */
const callListener = async (
  listener: (event: never) => unknown,
  event: unknown,
): Promise<unknown> => listener(event as never);
