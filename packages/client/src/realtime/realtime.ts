import { requireFunction } from "../guards.ts";
import { isEventName, requireRealtimeOptions, requireStreamOptions } from "./arguments.ts";
import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeListener,
  RealtimeState,
} from "./events.ts";
import { addListener, type ListenerTable, removeListener } from "./listener-table.ts";
import type { Notifications } from "./notifications.ts";
import type { NotificationsParts } from "./parts.ts";
import { RealtimeError } from "./realtime-error.ts";
import type { RealtimeOptions } from "./transport.ts";

/** The real time of one client: its listeners, and the notifications, whose file is loaded with the first use. */
export interface Realtime {
  readonly state: RealtimeState;
  start(): Promise<void>;
  stop(): Promise<void>;
  on<K extends keyof RealtimeEvents>(name: K, listener: RealtimeListener<K>, once?: boolean): void;
  off<K extends keyof RealtimeEvents>(name: K, listener: RealtimeListener<K>): void;
  events<K extends keyof ChatEvents>(
    options?: ChatEventsOptions<K>,
  ): AsyncIterableIterator<ChatEventItem<K>>;
}

/**
 * Creates the real time of a client. Its options are validated with the first use.
 *
 * @param parts - called at the first start; throws if the client was constructed with invalid arguments
 */
export function createRealtime(
  parts: () => NotificationsParts,
  options: RealtimeOptions | undefined,
  table: ListenerTable = {},
): Realtime {
  let ready: Notifications | undefined;
  let loading: Promise<Notifications> | undefined;

  const load = async (): Promise<Notifications> => {
    try {
      const { createNotifications } = await import("./notifications.ts");
      return (ready ??= createNotifications({ ...parts(), RealtimeError }, options ?? {}, table));
    } catch (error) {
      // The next use retries loading the file.
      loading = undefined;
      throw error;
    }
  };

  const begin = async (): Promise<void> => {
    requireRealtimeOptions(options);
    const notifications = await (loading ??= load());
    await notifications.start();
  };

  return {
    get state() {
      return ready?.state ?? "stopped";
    },
    start() {
      const started: Promise<void> = begin().catch((error: RealtimeError) => {
        // Code that stops notifications does not have to wait for the start, as in effects of React.
        if (error.code === "Stopped") started.catch(() => {});
        throw error;
      });
      return started;
    },
    async stop() {
      await (ready ?? (await loading))?.stop();
    },
    on(name, listener, once = false) {
      requireFunction(listener, "listener");
      if (isEventName(name)) addListener(table, name, { listener, once });
    },
    off(name, listener) {
      if (isEventName(name)) removeListener(table, name, listener);
    },
    events<K extends keyof ChatEvents>(given?: ChatEventsOptions<K>) {
      requireRealtimeOptions(options);
      requireStreamOptions(given);
      const streamOptions = given ?? {};
      if (ready) return ready.events(streamOptions);
      // No event can come before the file is loaded, so none is missed.
      const notifications = (loading ??= load());
      return deferredIterator<ChatEventItem<K>>(
        notifications.then((loaded) => loaded.events(streamOptions)),
      );
    },
  };
}

/** Returns an iterator that can be used before the actual one is created. */
function deferredIterator<T>(created: Promise<AsyncIterableIterator<T>>): AsyncIterableIterator<T> {
  // A failure rejects the pending reads.
  created.catch(() => {});
  const iterator: AsyncIterableIterator<T> = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => (await created).next(),
    return: async () => (await created).return!(),
  };
  return iterator;
}
