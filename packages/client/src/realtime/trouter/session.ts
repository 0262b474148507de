import type { TrouterEnvironment } from "./environment.ts";

/** The signal, timers and resources between a start and its stop. */
export interface Session {
  /** Aborted when the session is closed. */
  readonly signal: AbortSignal;
  /** Calls `work` after a delay, unless the session is closed before. */
  after(milliseconds: number, work: () => void): void;
  /** Adds a function to call when the session is closed. The returned function removes it. */
  add(end: () => void): () => void;
  /** Aborts the signal, cancels the timers and calls the added functions. */
  close(): void;
}

/** Creates an open session. */
export function createSession({ after }: Pick<TrouterEnvironment, "after">): Session {
  const controller = new AbortController();
  const { signal } = controller;
  const ends = new Set<() => void>();
  const add = (end: () => void): (() => void) => {
    ends.add(end);
    return () => void ends.delete(end);
  };
  return {
    signal,
    add,
    after(milliseconds, work) {
      if (signal.aborted) return;
      const remove = add(
        after(milliseconds, () => {
          remove();
          work();
        }),
      );
    },
    close() {
      controller.abort();
      for (const end of ends) end();
      ends.clear();
    },
  };
}
