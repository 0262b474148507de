import { useEffect, useState } from "preact/hooks";

/** A value with notifications of changes. */
export interface Store<T> {
  readonly value: T;
  set(value: T): void;
  /** Adds a listener for changes. Returns a function that removes it. */
  subscribe(listener: () => void): () => void;
}

/** Creates a store. */
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

/** Returns the store's value. The component renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, render] = useState({});
  useEffect(() => {
    const seen = store.value;
    const end = store.subscribe(() => render({}));
    // The value may have changed between rendering and this effect.
    if (store.value !== seen) render({});
    return end;
  }, [store]);
  return store.value;
}
