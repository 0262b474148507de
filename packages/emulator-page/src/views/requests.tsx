import type { RequestLogEntry } from "@acs-chat/emulator";
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { PAGE_AGENT } from "../chat/sessions.ts";
import { nameOf } from "../emulator/world.ts";
import { createStore, useStore } from "../lib/store.ts";
import { VirtualList } from "../lib/virtual-list.tsx";
import { matches, type RequestFilter } from "../requests/filter.ts";
import { FilterBar } from "../requests/filter-bar.tsx";
import { RequestDetail } from "../requests/request-detail.tsx";
import { followRequests } from "../requests/request-log.ts";
import { RequestRow } from "../requests/request-row.tsx";

const NONE = createStore<readonly RequestLogEntry[]>([]);

/** The request log, newest request first, updated live. */
export function RequestsView(): JSX.Element {
  const { emulator } = useApp();
  const { names, health } = useStore(emulator.world);
  const [log, setLog] = useState(NONE);
  const [filter, setFilter] = useState<RequestFilter>({ text: "", status: "", withoutPage: true });
  const [paused, setPaused] = useState<readonly RequestLogEntry[]>();
  const [selected, setSelected] = useState<number>();
  const [reveal, setReveal] = useState<{ readonly key: string }>();
  const live = useStore(log);
  const { path, number } = useStore(emulator.controlled);
  const epoch = useStore(emulator.epoch);

  const cleared = /\/(?:requests|reset)$/.test(path) ? number : 0;
  useEffect(() => {
    const ended = new AbortController();
    setLog(followRequests(ended.signal));
    return () => ended.abort();
  }, [cleared, epoch]);

  const all = paused ?? live;
  const shown = useMemo(
    () => all.filter((entry) => matches(entry, filter, PAGE_AGENT)),
    [all, filter],
  );
  const entry = all.find((one) => one.number === selected);
  const select = (step: number): void => {
    const index = shown.findIndex((one) => one.number === selected);
    const next = shown[Math.max(0, Math.min(shown.length - 1, index + step))];
    if (!next) return;
    setSelected(next.number);
    setReveal({ key: String(next.number) });
  };
  const close = (): void => {
    setSelected(undefined);
    setReveal({ key: String(selected) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(step);
  };
  return (
    <div class={entry ? "requests open" : "requests"}>
      <section class="log" aria-label="Requests">
        <FilterBar
          filter={filter}
          onFilter={setFilter}
          isPaused={paused !== undefined}
          onPause={() => setPaused(paused ? undefined : live)}
        />
        {shown.length === 0 ? (
          <div class="empty">
            <h2>{all.length === 0 ? "No requests yet" : "Nothing matches the filter"}</h2>
            <p>Requests of all clients appear here as the emulator receives them.</p>
          </div>
        ) : (
          <div class="log-rows" onKeyDown={onKeyDown}>
            <VirtualList
              items={shown}
              keyOf={(one) => String(one.number)}
              estimate={37}
              end="top"
              reveal={reveal}
              label="Requests, newest first"
              render={(one) => (
                <RequestRow
                  entry={one}
                  user={one.userId === undefined ? "" : nameOf(names, one.userId)}
                  selected={one.number === selected}
                  onSelect={() => setSelected(one.number === selected ? undefined : one.number)}
                />
              )}
            />
          </div>
        )}
      </section>
      {entry && health && (
        <RequestDetail
          key={entry.number}
          entry={entry}
          endpoint={health.endpoint}
          names={names}
          onClose={close}
        />
      )}
    </div>
  );
}
