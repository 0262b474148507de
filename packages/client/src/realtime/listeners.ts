import type { RealtimeEvents } from "./events.ts";
import type { ListenerTable } from "./realtime.ts";

/**
 * Calls the listeners of an event in the order they came. What one throws, or what its promise is
 * rejected with, goes to `onFailure` and to no other listener.
 */
export function emit<K extends keyof RealtimeEvents>(
  table: ListenerTable,
  name: K,
  event: RealtimeEvents[K],
  onFailure: (name: K, cause: unknown) => void,
): void {
  for (const one of table[name] ?? []) {
    if (one.once) table[name] = table[name]!.filter((other) => other !== one);
    void (async () => one.listener(event as never))().catch((cause: unknown) =>
      onFailure(name, cause),
    );
  }
}
