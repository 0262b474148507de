/** The positions of rows in a virtual list. Rows that were never rendered have an estimated height. */
export interface Heights {
  /** Sets the keys of the rows, in order. Measured heights are kept by key. */
  setKeys(keys: readonly string[]): void;
  /** Sets a row's measured height in pixels. Returns whether it differs from the previous or estimated height. */
  measure(key: string, height: number): boolean;
  /** Returns the height of all rows. */
  total(): number;
  /** Returns the top of a row, or the total height for the index after the last row. */
  offset(index: number): number;
  /** Returns the index of the row at a position in pixels. Outside the list, it is the first or last row. */
  at(position: number): number;
  /** Returns the index of the row with the key; -1 if there is none. */
  indexOf(key: string): number;
}

/** @param estimate - the height of a row before it is measured, in pixels */
export function createHeights(estimate: number): Heights {
  const measured = new Map<string, number>();
  let keys: readonly string[] = [];
  let positions = new Map<string, number>();
  let offsets = new Float64Array(1);
  /** Offsets up to this index are valid. */
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
