import type { RequestLogEntry } from "@acs-chat/emulator";
import { control } from "../emulator/control.ts";
import { follow } from "../emulator/event-stream.ts";
import { createStore, type Store } from "../lib/store.ts";

/** The number of requests to keep. The emulator keeps as many. */
const KEPT = 1000;

/** Loads the latest requests, newest first, and adds new ones until the signal is aborted. */
export function followRequests(signal: AbortSignal): Store<readonly RequestLogEntry[]> {
  const entries = createStore<readonly RequestLogEntry[]>([]);
  const merge = (more: readonly RequestLogEntry[]): void => {
    const known = new Map(entries.value.map((entry) => [entry.number, entry]));
    for (const entry of more) known.set(entry.number, entry);
    entries.set([...known.values()].toSorted((a, b) => b.number - a.number).slice(0, KEPT));
  };
  // All requests of one animation frame are added in one update.
  let waiting: RequestLogEntry[] = [];
  const add = (entry: RequestLogEntry): void => {
    waiting.push(entry);
    if (waiting.length > 1) return;
    requestAnimationFrame(() => {
      merge(waiting);
      waiting = [];
    });
  };
  const load = async (): Promise<void> => {
    entries.set([]);
    merge(await control.requests());
  };
  void follow(
    "/_emulator/requests/stream",
    {
      onOpen: () => void load().catch(() => undefined),
      onEvent({ event, data }) {
        if (event === "loss") void load().catch(() => undefined);
        else add(JSON.parse(data) as RequestLogEntry);
      },
    },
    signal,
  );
  return entries;
}
