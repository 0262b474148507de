import type { RealtimeEvents, RealtimeListener } from "./events.ts";

type Name = keyof RealtimeEvents;
type AnyListener = (event: unknown) => unknown;

/** Who listens to what. One listener's failure touches no other. */
export interface Listeners {
  on<K extends Name>(name: K, listener: RealtimeListener<K>, once?: boolean): void;
  off<K extends Name>(name: K, listener: RealtimeListener<K>): void;
  /** Calls the listeners in the order they came. */
  emit<K extends Name>(name: K, event: RealtimeEvents[K]): void;
  count(name: Name): number;
}

/** @param onFailure - Hears what a listener threw, or what its promise was rejected with. */
export function createListeners(onFailure: (name: Name, cause: unknown) => void): Listeners {
  const all = new Map<Name, { listener: AnyListener; once: boolean }[]>();
  const remove = (name: Name, at: (one: { listener: AnyListener }) => boolean): void => {
    const list = all.get(name) ?? [];
    const index = list.findIndex(at);
    // A new list each time: one that is being called stays as it is.
    if (index >= 0) all.set(name, list.toSpliced(index, 1));
  };
  return {
    on(name, listener, once = false) {
      all.set(name, [...(all.get(name) ?? []), { listener: listener as AnyListener, once }]);
    },
    off(name, listener) {
      remove(name, (one) => one.listener === listener);
    },
    emit(name, event) {
      for (const entry of all.get(name) ?? []) {
        if (entry.once) remove(name, (one) => one === entry);
        try {
          const result = entry.listener(event);
          if (result instanceof Promise) result.catch((cause: unknown) => onFailure(name, cause));
        } catch (cause) {
          onFailure(name, cause);
        }
      }
    },
    count: (name) => all.get(name)?.length ?? 0,
  };
}
