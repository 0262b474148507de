/** Where the rows of a list are, when only those that were shown have been measured. */
export interface Heights {
  /** Sets the rows by their keys, in order. Measured heights are kept by key. */
  setKeys(keys: readonly string[]): void;
  /** Notes a measured height in pixels. Returns whether it is another than was thought. */
  measure(key: string, height: number): boolean;
  /** Height of all rows. */
  total(): number;
  /** Where a row begins; of the index after the last: the total. */
  offset(index: number): number;
  /** The row at a position; the first or last one if the position is outside. */
  at(position: number): number;
  /** The row with the key; -1 if there is none. */
  indexOf(key: string): number;
}

/** Starts without rows. */
export function createHeights(estimate: number): Heights {
  const measured = new Map<string, number>();
  let keys: readonly string[] = [];
  let positions = new Map<string, number>();
  let offsets = new Float64Array(1);
  /** Offsets up to this index are right. */
  let right = 0;

  const settle = (index: number): void => {
    for (; right < index; right += 1) {
      offsets[right + 1] = offsets[right]! + (measured.get(keys[right]!) ?? estimate);
    }
  };
  const offset = (index: number): number => {
    const clamped = Math.max(0, Math.min(index, keys.length));
    settle(clamped);
    return offsets[clamped]!;
  };

  return {
    setKeys(next) {
      let same = 0;
      while (same < keys.length && same < next.length && keys[same] === next[same]) same += 1;
      if (same === keys.length && same === next.length) return;
      keys = next;
      positions = new Map(next.map((key, index) => [key, index]));
      const before = offsets;
      offsets = new Float64Array(next.length + 1);
      right = Math.min(right, same);
      offsets.set(before.subarray(0, right + 1));
    },
    measure(key, height) {
      const index = positions.get(key);
      if (index === undefined || (measured.get(key) ?? estimate) === height) {
        if (index !== undefined) measured.set(key, height);
        return false;
      }
      measured.set(key, height);
      right = Math.min(right, index);
      return true;
    },
    total: () => offset(keys.length),
    offset,
    at(position) {
      let low = 0;
      let high = keys.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (offset(middle) <= position) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
    indexOf: (key) => positions.get(key) ?? -1,
  };
}
