import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useStore } from "../lib/store.ts";

/** Returns data of the control API, and reads it again after changes. Undefined until it is loaded. */
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
      // The page itself reports that the emulator is unreachable.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [mark, epoch]);
  return [value, setValue];
}
