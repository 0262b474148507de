import { useEffect, useState } from "preact/hooks";

/** A value that notifies listeners when it changes. */
export interface Readable<T> {
  readonly getSnapshot: () => T;
  /** Adds a listener for changes. Returns a function that removes it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A value that can be set. */
export interface Store<T> extends Readable<T> {
  readonly value: T;
  set(value: T): void;
}

/** Creates a store. */
export function createStore<T>(value: T): Store<T> {
  let current = value;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return current;
    },
    getSnapshot: () => current,
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

/** Returns the store's value, and re-renders the component when it changes. */
export function useStore<T>({ getSnapshot, subscribe }: Readable<T>): T {
  const [, render] = useState({});
  const value = getSnapshot();
  useEffect(() => {
    const end = subscribe(() => render({}));
    // The value may have changed between rendering and this effect.
    if (getSnapshot() !== value) render({});
    return end;
  }, [subscribe]);
  return value;
}
