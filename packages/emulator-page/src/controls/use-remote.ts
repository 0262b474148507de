import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useStore } from "../lib/store.ts";

/** Something of the control API, read again when it may have changed. Undefined until it is there. */
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
      // The page says by itself when the emulator cannot be reached.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [mark, epoch]);
  return [value, setValue];
}
