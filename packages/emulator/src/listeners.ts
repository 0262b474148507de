/**
 * Calls each listener. The error of a listener is thrown outside of the caller, so that a test
 * runner reports it, and neither the request nor other listeners fail.
 */
export function callListeners<T extends readonly unknown[]>(
  listeners: ReadonlySet<(...values: T) => void>,
  ...values: T
): void {
  for (const listener of listeners) {
    try {
      listener(...values);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
