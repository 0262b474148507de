import type { ThreadState } from "@acs-chat/store";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import type { ThreadOverview } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { useStore } from "../lib/store.ts";
import { Conversation } from "./conversation.tsx";
import { PaneHeader } from "./pane-header.tsx";

/** A thread as one user sees it: the whole page, or one of two panes side by side. */
export function Pane(props: {
  readonly thread: ThreadOverview;
  readonly userId: string;
  /** Whether a narrow window shows the other pane instead. */
  readonly aside: boolean;
  readonly onUser: (userId: string) => void;
  /** Closes this pane; absent if it is the only one. */
  readonly onClose?: (() => void) | undefined;
}): JSX.Element {
  const { thread, userId, aside, onUser, onClose } = props;
  const { emulator, sessions } = useApp();
  const { names } = useStore(emulator.world);
  const session = sessions.of(userId);
  const store = useStore(session.store);
  const { state: connection } = useStore(store.connection);
  const chat = store.thread(thread.id);
  const { loaded } = useStore(chat.messages);
  const { phase, membership } = useStore(chat.state);
  const name = nameOf(names, userId);

  useEffect(session.connect, [session]);
  useEffect(() => {
    // Errors are in the thread's state.
    chat.load().catch(() => undefined);
  }, [chat]);
  return (
    <section class={aside ? "pane aside" : "pane"} aria-label={`Conversation as ${name}`}>
      <PaneHeader
        thread={thread}
        userId={userId}
        connection={connection}
        onUser={onUser}
        onClose={onClose}
      />
      {phase === "ready" && !loaded && membership !== "member" ? (
        <div class="empty" role="alert">
          <h2>{name} cannot see this thread</h2>
          <p>{REFUSALS[membership]}</p>
        </div>
      ) : (
        <Conversation
          key={`${thread.id} ${userId}`}
          session={session}
          thread={chat}
          userId={userId}
          names={names}
          aside={aside}
        />
      )}
    </section>
  );
}

/** Explanations for users who cannot read a thread. */
const REFUSALS: Readonly<Record<Exclude<ThreadState["membership"], "member">, string>> = {
  left: "The service responds with 403 Forbidden: the user is not a participant.",
  deleted: "The service responds with 404 Not Found: the thread was deleted.",
};
