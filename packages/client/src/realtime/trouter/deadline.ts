import type { RealtimeEnvironment } from "./environment.ts";

/** One timer. Setting it anew replaces what was set before. */
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
