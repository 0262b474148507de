import type { Slice } from "../../src/index.ts";

/** Resolves as soon as the value of a slice matches. */
export function until<T>(slice: Slice<T>, wanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!wanted(slice.getSnapshot())) return;
      end();
      resolve(slice.getSnapshot());
    };
    let end = slice.subscribe(look);
    look();
  });
}
