import type { RealtimeEnvironment } from "./environment.ts";

/** A timer. Setting it again replaces the previous setting. */
export interface Deadline {
  set(milliseconds: number, work: () => void): void;
  clear(): void;
}

/** Creates a timer that is not set. */
export function createDeadline({ after }: Pick<RealtimeEnvironment, "after">): Deadline {
  let cancel: (() => void) | undefined;
  return {
    set(milliseconds, work) {
      cancel?.();
      cancel = after(milliseconds, work);
    },
    clear: () => cancel?.(),
  };
}
