/** A part of the state: an immutable value, with notifications when it is replaced. */
export interface Slice<T> {
  /** Returns the current value: the same object until something in it changes. */
  readonly getSnapshot: () => T;
  /** Calls `listener` after each change. Returns a function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A slice that its owner can set. */
export interface Cell<T> extends Slice<T> {
  set(next: T): void;
  /** True if there is a subscriber. */
  readonly observed: boolean;
}

/** Creates cells whose changes are announced together. */
export interface Cells {
  cell<T>(initial: T): Cell<T>;
  /** Runs `work`. Listeners are called once afterwards. */
  batch<T>(work: () => T): T;
  /** Ignores all later changes. */
  freeze(): void;
}

/** @param onError - called with the errors of listeners, which do not affect other listeners */
export function createCells(onError: (error: unknown) => void): Cells {
  const changed = new Set<Set<() => void>>();
  let depth = 0;
  let frozen = false;

  const batch = <T>(work: () => T): T => {
    depth += 1;
    try {
      return work();
    } finally {
      if (depth === 1) announce();
      depth -= 1;
    }
  };
  /** Calls listeners until nothing changes any more, because a listener may change cells. */
  const announce = (): void => {
    for (const listeners of changed) {
      changed.delete(listeners);
      for (const listener of new Set(listeners)) {
        try {
          const result: unknown = listener();
          // An async function is a listener, too.
          if (result instanceof Promise) result.catch(onError);
        } catch (error) {
          onError(error);
        }
      }
    }
  };

  return {
    batch,
    freeze: () => void (frozen = true),
    cell<T>(initial: T): Cell<T> {
      let value = initial;
      const listeners = new Set<() => void>();
      return {
        getSnapshot: () => value,
        subscribe(listener) {
          // Wrapped, so that subscribing a function twice results in two subscriptions.
          const own = (): void => listener();
          listeners.add(own);
          return () => void listeners.delete(own);
        },
        set(next) {
          if (frozen || Object.is(next, value)) return;
          value = next;
          batch(() => changed.add(listeners));
        },
        get observed() {
          return listeners.size > 0;
        },
      };
    },
  };
}

/** Returns the public part of a cell. */
export function asSlice<T>({ getSnapshot, subscribe }: Cell<T>): Slice<T> {
  return { getSnapshot, subscribe };
}

/** Sets a cell to an object, unless all fields are equal. Returns whether it changed. */
export function replace<T extends object>(cell: Cell<T>, next: T): boolean {
  if (hasSameFields(cell.getSnapshot(), next)) return false;
  cell.set(next);
  return true;
}

/** True if two objects have equal fields, compared by `Object.is`, dates by their time. */
export function hasSameFields<T extends object>(one: T, other: T): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof T)[];
  return names.every((name) => isSame(one[name], other[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || (one instanceof Date && other instanceof Date && +one === +other);
}
