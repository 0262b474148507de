import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeListener,
  RealtimeState,
} from "./events.ts";
import type { Notifications } from "./notifications.ts";
import { RealtimeError } from "./realtime-error.ts";
import type { RealtimeContext, RealtimeOptions } from "./transport.ts";

/** Who listens to what, in the order they came. */
export type ListenerTable = {
  [name in keyof RealtimeEvents]?: readonly Registered[];
};

/** A listener that is registered. */
export interface Registered {
  readonly listener: (event: never) => unknown;
  readonly once: boolean | undefined;
}

/**
 * What a client gives to its notifications. Values that the client has anyway are given, not imported
 * there: a module used on both sides would become a third file for browsers to load.
 */
export interface NotificationsParts extends Pick<
  RealtimeContext,
  "endpoint" | "credential" | "apiVersion" | "newId"
> {
  readonly logger: Record<"info" | "warning" | "error", (line: string) => void>;
}

/** Real time of one client, as far as it is there before the first start: listeners, and the way to the rest. */
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
 * Creates the real time of a client. The rest is loaded at the first start.
 *
 * @param parts - called at the first start; throws if the client was constructed with wrong arguments
 */
export function createRealtime(
  parts: () => NotificationsParts,
  options: RealtimeOptions | undefined,
  table: ListenerTable = {},
): Realtime {
  let ready: Notifications | undefined;
  let loading: Promise<Notifications> | undefined;
  const load = (): Promise<Notifications> =>
    (loading ??= import("./notifications.ts").then(
      ({ createNotifications }) =>
        (ready = createNotifications({ ...parts(), RealtimeError }, options, table)),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));
  return {
    get state() {
      return ready?.state ?? "stopped";
    },
    start: () => load().then((notifications) => notifications.start()),
    stop: async () => (ready ?? (await loading))?.stop(),
    // Lists are never changed in place: one that is being called stays as it is.
    on(name, listener, once) {
      table[name] = [...(table[name] ?? []), { listener, once }];
    },
    off(name, listener) {
      const list = table[name] ?? [];
      const index = list.findIndex((one) => one.listener === listener);
      if (index >= 0) table[name] = list.filter((_, at) => at !== index);
    },
    events<K extends keyof ChatEvents>(streamOptions?: ChatEventsOptions<K>) {
      if (ready) return ready.events(streamOptions);
      // Nothing can happen before it is loaded, so nothing is missed.
      const stream = load().then((notifications) => notifications.events(streamOptions));
      // Whoever iterates hears of it; nobody has to.
      stream.catch(() => {});
      const iterator: AsyncIterableIterator<ChatEventItem<K>> = {
        [Symbol.asyncIterator]: () => iterator,
        next: async () => (await stream).next(),
        return: async () => (await stream).return!(),
      };
      return iterator;
    },
  };
}
