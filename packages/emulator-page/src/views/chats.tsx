import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { NewThread } from "../chat/new-thread.tsx";
import { Pane } from "../chat/pane.tsx";
import { ThreadBar } from "../chat/thread-bar.tsx";
import { ThreadList } from "../chat/thread-list.tsx";
import type { ThreadOverview } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { go, type Route } from "../lib/route.ts";
import { useStore } from "../lib/store.ts";
import { Button } from "../ui/button.tsx";

/** The list of threads, and the open thread as one user or two users side by side see it. */
export function ChatsView(): JSX.Element {
  const { emulator, route } = useApp();
  const { threads, health } = useStore(emulator.world);
  const current = useStore(route);
  const [making, setMaking] = useState(false);
  useEffect(() => emulator.seek("open", current.threadId ?? ""), [current.threadId]);
  const thread = threads.find(({ id }) => id === current.threadId);
  return (
    <div class={thread ? "chats open" : "chats"}>
      <h1 class="hidden">Chats</h1>
      <ThreadList onNew={() => setMaking(true)} />
      {thread ? (
        <OpenThread thread={thread} route={current} />
      ) : (
        <div class="empty">
          <h2>{current.threadId === undefined ? "No thread is open" : "Thread not found"}</h2>
          <p>
            {threads.length === 0
              ? "Create a thread here, or connect your app to this emulator."
              : "Choose a thread from the list, or create one."}
          </p>
          {health && <code>{health.endpoint}</code>}
          <Button kind="main" icon="plus" onClick={() => setMaking(true)}>
            New thread
          </Button>
        </div>
      )}
      {making && <NewThread onClose={() => setMaking(false)} />}
    </div>
  );
}

function OpenThread(props: {
  readonly thread: ThreadOverview;
  readonly route: Route;
}): JSX.Element {
  const { thread, route } = props;
  const { names } = useStore(useApp().emulator.world);
  const inside = thread.participants.map(({ userId }) => userId);
  const first = route.users[0] ?? inside[0] ?? thread.createdBy;
  const second = route.users[1];
  const show = (...users: readonly string[]): void =>
    go({ view: "chats", threadId: thread.id, users }, true);
  const beside = inside.find((id) => id !== first);
  // The index of the pane that a narrow window shows.
  const [shown, setShown] = useState(0);
  return (
    <div class="thread">
      <ThreadBar
        thread={thread}
        userId={first}
        split={second !== undefined}
        onSplit={
          second !== undefined
            ? () => show(first)
            : beside !== undefined
              ? () => show(first, beside)
              : undefined
        }
      />
      {second !== undefined && (
        <div class="sides" role="group" aria-label="Conversation to show">
          {[first, second].map((id, index) => (
            <button
              key={index}
              type="button"
              class="toggle"
              aria-pressed={index === shown}
              onClick={() => setShown(index)}
            >
              <bdi>{nameOf(names, id)}</bdi>
            </button>
          ))}
        </div>
      )}
      <div class="panes">
        <Pane
          thread={thread}
          userId={first}
          aside={second !== undefined && shown === 1}
          onUser={(id) => (second === undefined ? show(id) : show(id, second))}
          onClose={second === undefined ? undefined : () => show(second)}
        />
        {second !== undefined && (
          <Pane
            thread={thread}
            userId={second}
            aside={shown === 0}
            onUser={(id) => show(first, id)}
            onClose={() => show(first)}
          />
        )}
      </div>
    </div>
  );
}
