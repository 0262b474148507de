import { callListeners } from "../listeners.ts";

/** Announces changes of subscriptions and deliveries. */
interface Changes {
  /** Calls all listeners, and resolves `settled` if nothing is busy. */
  announce(): void;
  /** Adds a listener. Returns a function that removes it. */
  onChange(listener: () => void): () => void;
  /** Resolves when nothing is busy. */
  settled(): Promise<void>;
}

/** @param isBusy - Returns whether an event is queued or being delivered. */
export function createChanges(isBusy: () => boolean): Changes {
  const listeners = new Set<() => void>();
  const waiting = new Set<() => void>();
  const announce = (): void => {
    callListeners(listeners);
    if (waiting.size > 0 && !isBusy()) {
      for (const resolve of waiting) resolve();
      waiting.clear();
    }
  };
  return {
    announce,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        queueMicrotask(announce);
      }),
  };
}
