import type { Slice } from "@acs-chat/store";
import { useMemo, useSyncExternalStore } from "react";

/** Chooses a part of a snapshot; the component renders again only when that part changes. */
export type Selector<T, S> = (snapshot: T) => S;

/**
 * Returns a part of a slice's snapshot, the whole without `select`, and renders again when it changes. Parts are
 * compared by `Object.is`: a selector that makes a new object each time renders with every change.
 */
export function useSlice<T, S = T>(slice: Slice<T>, select?: Selector<T, S>): S {
  const getPart = useMemo(() => {
    let known: { readonly snapshot: T; readonly part: S } | undefined;
    // The same part for the same snapshot, also from a selector that makes objects.
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
