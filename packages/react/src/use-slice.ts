import type { Slice } from "@acs-chat/store";
import { useMemo, useSyncExternalStore } from "react";

/** Selects a part of a snapshot. The component renders again only when that part changes. */
export type Selector<T, S> = (snapshot: T) => S;

/**
 * Returns a slice's snapshot, or the part that `select` returns, and renders again when it changes. Parts are
 * compared by `Object.is`, so a selector that creates a new object each time renders with every change.
 */
export function useSlice<T, S = T>(slice: Slice<T>, select?: Selector<T, S>): S {
  const getPart = useMemo(() => {
    let known: { readonly snapshot: T; readonly part: S } | undefined;
    // Cached, so that a selector that creates objects returns the same part for the same snapshot.
    return (): S => {
      const snapshot = slice.getSnapshot();
      if (known?.snapshot !== snapshot || known === undefined) {
        known = { snapshot, part: select ? select(snapshot) : (snapshot as unknown as S) };
      }
      return known.part;
    };
  }, [slice, select]);
  return useSyncExternalStore(slice.subscribe, getPart, getPart);
}
