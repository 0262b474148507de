import type { RealtimeEvents } from "./events.ts";

/** The listeners of a client, by event and in the order of their registration. */
export type ListenerTable = {
  [name in keyof RealtimeEvents]?: readonly Registration[];
};

/** A registered listener. */
export interface Registration {
  readonly listener: (event: never) => unknown;
  /** Whether the listener is removed before its first call. */
  readonly once: boolean;
}

// The lists are replaced, never changed: a list whose listeners are being called stays as it is.

/** Adds a listener at the end of an event's list. */
export function addListener(
  table: ListenerTable,
  name: keyof RealtimeEvents,
  registration: Registration,
): void {
  table[name] = [...(table[name] ?? []), registration];
}

/** Removes the first registration of a listener. */
export function removeListener(
  table: ListenerTable,
  name: keyof RealtimeEvents,
  listener: Registration["listener"],
): void {
  const first = table[name]?.find((one) => one.listener === listener);
  table[name] = table[name]?.filter((one) => one !== first) ?? [];
}
