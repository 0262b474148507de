/** Records how to undo the writes of a transaction. */
export interface UndoLog {
  /** Runs the work. If it throws, its writes are undone. */
  transaction<T>(work: () => T): T;
  /** Records how to undo a write; ignored outside of a transaction. */
  add(undo: () => void): void;
  /** Sets a key of a map, and records how to undo it. */
  set<K, V>(map: Map<K, V>, key: K, value: V): void;
  /** Removes a key from a map, and records how to undo it. */
  remove<K, V>(map: Map<K, V>, key: K): void;
}

export function createUndoLog(): UndoLog {
  let steps: (() => void)[] | undefined;
  return {
    transaction(work) {
      steps = [];
      try {
        return work();
      } catch (error) {
        for (const step of steps.toReversed()) step();
        throw error;
      } finally {
        steps = undefined;
      }
    },
    add: (undo) => void steps?.push(undo),
    set(map, key, value) {
      if (steps !== undefined) {
        const before = map.get(key);
        steps.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
      }
      map.set(key, value);
    },
    remove(map, key) {
      if (steps !== undefined) {
        // Setting the key again would move it to the end, so the whole order is restored.
        const before = [...map];
        steps.push(() => {
          map.clear();
          for (const [one, value] of before) map.set(one, value);
        });
      }
      map.delete(key);
    },
  };
}
