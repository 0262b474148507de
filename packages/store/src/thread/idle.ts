import type { ThreadModel } from "./thread.ts";

/** Drops the messages of threads without subscribers, least recently used first. */
export interface IdleThreads {
  used(id: string, thread: ThreadModel): void;
}

/** @param max - idle threads that keep their messages */
export function createIdleThreads(max: number): IdleThreads {
  const loaded = new Map<string, ThreadModel>();
  return {
    used(id, thread) {
      loaded.delete(id);
      const idle = [...loaded].filter(
        ([, { messages }]) => !messages.observed && messages.outbox.unsent.length === 0,
      );
      for (const [other, { messages }] of idle.slice(0, Math.max(0, idle.length - max))) {
        messages.forget();
        loaded.delete(other);
      }
      loaded.set(id, thread);
    },
  };
}
