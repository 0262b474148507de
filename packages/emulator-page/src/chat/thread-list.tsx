import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import type { ThreadOverview } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { formatRoute } from "../lib/route.ts";
import { useStore } from "../lib/store.ts";
import { formatShort } from "../lib/time.ts";
import { Avatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";

/** The number of participants whose names are shown in a thread's row. */
const NAMED = 4;
/** The maximum number of threads shown. The filter finds the others. */
const MOST = 200;

/** All threads of the emulator, regardless of their participants. */
export function ThreadList({ onNew }: { readonly onNew: () => void }): JSX.Element {
  const { emulator, route } = useApp();
  const { threads, names, health } = useStore(emulator.world);
  const { threadId, users } = useStore(route);
  const [filter, setFilter] = useState("");
  useEffect(
    () => () => {
      // When a thread is closed, its focused element is removed. The focus moves to the thread's row in the list.
      if (!threadId || route.value.threadId || document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(`.thread-list [href="${hrefOf(threadId)}"]`)?.focus();
    },
    [threadId],
  );
  const wanted = filter.trim().toLowerCase();
  useEffect(() => emulator.seek("filter", wanted), [wanted]);
  const found = threads.filter(
    ({ topic, id, participants }) =>
      wanted === "" ||
      topic.toLowerCase().includes(wanted) ||
      id.toLowerCase().includes(wanted) ||
      participants.some(({ userId }) => nameOf(names, userId).toLowerCase().includes(wanted)),
  );
  const count = wanted === "" ? (health?.threads ?? 0) : found.length;
  const now = health ? Date.parse(health.now) : Date.now();
  return (
    <aside class="thread-list" aria-label="Threads">
      <header>
        <h2>Threads</h2>
        <IconButton icon="plus" label="New thread" onClick={onNew} />
      </header>
      <input
        type="search"
        class="filter"
        placeholder="Find a thread"
        aria-label="Find a thread"
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <p class="muted">{threads.length === 0 ? "No threads yet." : "Nothing found."}</p>
      )}
      <ul>
        {found.slice(0, MOST).map(({ id, topic, participants, lastMessageOn }) => (
          <li key={id}>
            <a
              href={hrefOf(id, id === threadId ? users : [])}
              aria-current={id === threadId ? "page" : undefined}
            >
              <span class="stack">
                {participants.slice(0, 2).map(({ userId }) => (
                  <Avatar key={userId} id={userId} name={nameOf(names, userId)} small />
                ))}
              </span>
              <span class="thread-text">
                <bdi class="topic">{topic || "(no topic)"}</bdi>
                <bdi class="who">{whoIn(participants, names)}</bdi>
              </span>
              <time>{formatShort(lastMessageOn, now)}</time>
            </a>
          </li>
        ))}
      </ul>
      {count > MOST && <p class="muted">{count - MOST} more: use the filter.</p>}
    </aside>
  );
}

const hrefOf = (threadId: string, users: readonly string[] = []): string =>
  formatRoute({ view: "chats", threadId, users });

function whoIn(
  participants: ThreadOverview["participants"],
  names: ReadonlyMap<string, string>,
): string {
  const named = participants.slice(0, NAMED).map(({ userId }) => nameOf(names, userId));
  const others = participants.length - named.length;
  return `${named.join(", ") || "nobody"}${others > 0 ? ` and ${others} more` : ""}`;
}
