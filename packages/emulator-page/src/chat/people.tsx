import { createIdentifierFromRawId } from "@azure/communication-common";
import type { JSX } from "preact";
import { useApp } from "../app-context.ts";
import { control, type ThreadOverview } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { useStore } from "../lib/store.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button, CopyButton, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { Kind } from "../ui/kind.tsx";
import { attempt } from "../ui/notice.tsx";

/** Lists the participants of a thread, and adds and removes them. */
export function People(props: {
  readonly thread: ThreadOverview;
  readonly userId: string;
  readonly onClose: () => void;
}): JSX.Element {
  const { thread, userId, onClose } = props;
  const { emulator, sessions } = useApp();
  const { users, names, health } = useStore(emulator.world);
  const now = health?.now ?? "";
  const outside = users.filter(({ id }) => !thread.participants.some((one) => one.userId === id));

  const add = async (form: HTMLFormElement): Promise<void> => {
    const user = valueOf(form, "user");
    const displayName = valueOf(form, "displayName") || names.get(user);
    // The control API can add every kind of user; the chat API cannot add Teams users.
    await control.addParticipant(thread.id, {
      user,
      addedBy: userId,
      ...(displayName !== undefined && { displayName }),
      ...(valueOf(form, "history") === "none" && { shareHistoryTime: Date.parse(now) }),
    });
    form.reset();
  };
  const remove = (id: string): Promise<void> =>
    sessions
      .of(userId)
      .client.getChatThreadClient(thread.id)
      .removeParticipant(createIdentifierFromRawId(id));
  return (
    <Dialog title="Participants" onClose={onClose}>
      <ul class="rows">
        {thread.participants.map((one) => {
          const name = nameOf(names, one.userId);
          return (
            <li key={one.userId}>
              <Avatar id={one.userId} name={name} />
              <span class="row-text">
                <span>
                  <bdi>{one.displayName || name}</bdi>
                  <Kind id={one.userId} />
                </span>
                <code>{one.userId}</code>
              </span>
              <CopyButton text={one.userId} label={`id of ${name}`} />
              <IconButton
                icon="trash"
                label={`Remove ${name}`}
                onClick={() => void attempt(() => remove(one.userId))}
              />
            </li>
          );
        })}
      </ul>
      {outside.length > 0 && (
        <form
          class="columns"
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            void attempt(() => add(form));
          }}
        >
          <Field label="Add">
            <select name="user">
              {outside.map(({ id }) => (
                <option key={id} value={id}>
                  {nameOf(names, id)}
                </option>
              ))}
            </select>
          </Field>
          <Field label="Display name">
            <input name="displayName" placeholder="the user’s name" />
          </Field>
          <Field label="History">
            <select name="history">
              <option value="all">all messages</option>
              <option value="none">new messages only</option>
            </select>
          </Field>
          <Button type="submit" kind="main">
            Add
          </Button>
        </form>
      )}
      <p class="muted">
        Changes are made as <bdi>{nameOf(names, userId)}</bdi>.
      </p>
    </Dialog>
  );
}
