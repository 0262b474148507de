import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useStore } from "../lib/store.ts";

/**
 * Loads data from the control API, and loads it again after each change whose path matches. The value is undefined
 * until it is loaded.
 */
export function useRemote<T>(
  read: () => Promise<T>,
  path: RegExp,
): [T | undefined, (value: T) => void] {
  const { emulator } = useApp();
  const [value, setValue] = useState<T>();
  const controlled = useStore(emulator.controlled);
  const epoch = useStore(emulator.epoch);
  const mark = path.test(controlled.path) ? controlled.number : 0;
  useEffect(() => {
    let gone = false;
    read().then(
      (found) => gone || setValue(() => found),
      // The page's banner reports that the emulator cannot be reached.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [mark, epoch]);
  return [value, setValue];
}
