import { useEffect, useState } from "preact/hooks";

/** A value that tells when it changes. */
export interface Store<T> {
  readonly value: T;
  set(value: T): void;
  /** Hears each change from now on. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** Makes a store. */
export function createStore<T>(value: T): Store<T> {
  let current = value;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return current;
    },
    set(next) {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The store's value; the component renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, render] = useState({});
  useEffect(() => {
    const seen = store.value;
    const end = store.subscribe(() => render({}));
    // It may have changed between the rendering and this effect.
    if (store.value !== seen) render({});
    return end;
  }, [store]);
  return store.value;
}
