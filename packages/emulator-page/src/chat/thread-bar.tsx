import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import type { ThreadOverview } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { formatRoute, go } from "../lib/route.ts";
import { useStore } from "../lib/store.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button, CopyButton, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { Icon } from "../ui/icons.tsx";
import { attempt } from "../ui/notice.tsx";
import { People } from "./people.tsx";

/** The topic of the open thread, and the actions on it. */
export function ThreadBar(props: {
  readonly thread: ThreadOverview;
  /** The user who performs the actions. */
  readonly userId: string;
  readonly split: boolean;
  /** Absent if there is no other user to show. */
  readonly onSplit: (() => void) | undefined;
}): JSX.Element {
  const { thread, userId, split, onSplit } = props;
  const { names } = useStore(useApp().emulator.world);
  const [dialog, setDialog] = useState<"people" | "rename" | "delete">();
  const { participants } = thread;
  const close = (): void => setDialog(undefined);
  return (
    <header class="thread-bar">
      <a
        class="icon-button back"
        href={formatRoute({ view: "chats", users: [] })}
        title="Back to the chats"
      >
        <Icon name="down" />
      </a>
      <h2>
        <bdi>{thread.topic || "(no topic)"}</bdi>
      </h2>
      <CopyButton text={thread.id} label="thread id" />
      <IconButton icon="edit" label="Change the topic" onClick={() => setDialog("rename")} />
      <IconButton icon="trash" label="Delete the thread" onClick={() => setDialog("delete")} />
      <span class="grow" />
      <button type="button" class="button people" onClick={() => setDialog("people")}>
        <span class="stack">
          {participants.slice(0, 4).map((one) => (
            <Avatar key={one.userId} id={one.userId} name={nameOf(names, one.userId)} small />
          ))}
        </span>
        {participants.length}{" "}
        <span class="word">{participants.length === 1 ? "participant" : "participants"}</span>
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={split}
        disabled={onSplit === undefined}
        onClick={onSplit}
      >
        <Icon name="split" />
        <span class="word">Side by side</span>
      </button>
      {dialog === "people" && <People thread={thread} userId={userId} onClose={close} />}
      {dialog === "rename" && <Rename thread={thread} userId={userId} onClose={close} />}
      {dialog === "delete" && <Delete thread={thread} userId={userId} onClose={close} />}
    </header>
  );
}

interface DialogProps {
  readonly thread: ThreadOverview;
  readonly userId: string;
  readonly onClose: () => void;
}

function Rename({ thread, userId, onClose }: DialogProps): JSX.Element {
  const { sessions } = useApp();
  const save = async (form: HTMLFormElement): Promise<void> => {
    const topic = valueOf(form, "topic");
    await sessions.of(userId).client.getChatThreadClient(thread.id).updateTopic(topic);
    onClose();
  };
  return (
    <Dialog title="Change the topic" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(() => save(event.currentTarget));
        }}
      >
        <Field label="Topic">
          <input name="topic" required autoFocus defaultValue={thread.topic} />
        </Field>
        <footer>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="main">
            Save
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function Delete({ thread, userId, onClose }: DialogProps): JSX.Element {
  const { emulator, sessions } = useApp();
  const remove = async (): Promise<void> => {
    await sessions.of(userId).client.deleteChatThread(thread.id);
    onClose();
    go({ view: "chats", users: [] });
    await emulator.refresh();
  };
  return (
    <Dialog title="Delete the thread?" onClose={onClose}>
      <p>
        <bdi class="topic">{thread.topic}</bdi> is deleted for all participants. This cannot be
        undone.
      </p>
      <footer>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" onClick={() => void attempt(remove)}>
          Delete
        </Button>
      </footer>
    </Dialog>
  );
}
