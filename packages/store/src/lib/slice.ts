/** A part of the state: a value that is replaced, never changed in place, and a way to hear of it. */
export interface Slice<T> {
  /** Returns the current value: the same object until something in it changes. */
  readonly getSnapshot: () => T;
  /** Calls `listener` after each change. Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A slice that its owner can set. */
export interface Cell<T> extends Slice<T> {
  set(next: T): void;
  /** Whether anybody is subscribed. */
  readonly observed: boolean;
}

/** Makes cells whose changes are announced together. */
export interface Cells {
  cell<T>(initial: T): Cell<T>;
  /** Runs `work`; listeners hear of its changes once, after it. */
  batch<T>(work: () => T): T;
  /** Nothing changes any more: what comes later is too late. */
  freeze(): void;
}

/** @param onError - hears of listeners that throw; the other listeners are called all the same */
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
  /** A listener may change cells: the loop goes on until nothing changed. */
  const announce = (): void => {
    for (const listeners of changed) {
      changed.delete(listeners);
      for (const listener of new Set(listeners)) {
        try {
          listener();
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
          // Wrapped, so that a function that is subscribed twice is two subscriptions.
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

/** The public side of a cell. */
export function asSlice<T>({ getSnapshot, subscribe }: Cell<T>): Slice<T> {
  return { getSnapshot, subscribe };
}

/** Sets a cell to an object, unless each field is as before: then the object stays. Returns whether anything changed. */
export function replace<T extends object>(cell: Cell<T>, next: T): boolean {
  if (hasSameFields(cell.getSnapshot(), next)) return false;
  cell.set(next);
  return true;
}

/** Whether two objects have the same fields: compared by `Object.is`, dates by their time. */
export function hasSameFields<T extends object>(one: T, other: T): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof T)[];
  return names.every((name) => isSame(one[name], other[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || (one instanceof Date && other instanceof Date && +one === +other);
}
