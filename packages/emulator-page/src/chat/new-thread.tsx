import { createIdentifierFromRawId } from "@azure/communication-common";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { control } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { go } from "../lib/route.ts";
import { useStore } from "../lib/store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { Kind } from "../ui/kind.tsx";
import { attempt } from "../ui/notice.tsx";

/** A dialog that creates a thread. */
export function NewThread({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { emulator, sessions } = useApp();
  const { users, names } = useStore(emulator.world);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(users.slice(0, 2).map(({ id }) => id)),
  );
  const [first] = chosen;

  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const create = async (form: HTMLFormElement): Promise<void> => {
    const creator = valueOf(form, "creator");
    const participants = [...new Set([creator, ...chosen])].map((id) => {
      const displayName = names.get(id);
      const user = { id: createIdentifierFromRawId(id) };
      return displayName === undefined ? user : Object.assign(user, { displayName });
    });
    const { chatThread, invalidParticipants = [] } = await sessions
      .of(creator)
      .client.createChatThread({ topic: valueOf(form, "topic") }, { participants });
    // The chat API refuses Teams users, so they are added through the control API.
    for (const { target } of invalidParticipants) {
      if (!chatThread || !target) continue;
      const displayName = names.get(target);
      const named = displayName === undefined ? {} : { displayName };
      await control.addParticipant(chatThread.id, { user: target, addedBy: creator, ...named });
    }
    await emulator.refresh();
    onClose();
    if (chatThread) go({ view: "chats", threadId: chatThread.id, users: [] });
  };
  const addUser = async (form: HTMLFormElement): Promise<void> => {
    const name = valueOf(form, "name");
    const { id } = await control.createUser(name === "" ? {} : { name: name.toLowerCase() });
    await emulator.refresh();
    setChosen(new Set([...chosen, id]));
    form.reset();
  };
  return (
    <Dialog title="New thread" onClose={onClose}>
      <form
        id="new-thread"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(() => create(event.currentTarget));
        }}
      >
        <Field label="Topic">
          <input name="topic" required autoFocus />
        </Field>
        <fieldset>
          <legend>Participants</legend>
          <div class="choices">
            {users.map(({ id }) => (
              <label key={id} class="choice">
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                <bdi>{nameOf(names, id)}</bdi>
                <Kind id={id} />
              </label>
            ))}
          </div>
        </fieldset>
        <Field label="Created by">
          <select name="creator" required>
            {users.map(({ id }) => (
              <option key={id} value={id} selected={id === first}>
                {nameOf(names, id)}
              </option>
            ))}
          </select>
        </Field>
      </form>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void attempt(() => addUser(form));
        }}
      >
        <input name="name" aria-label="Name of another user" placeholder="Another user’s name" />
        <Button type="submit">Add user</Button>
      </form>
      <footer>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" form="new-thread" kind="main" disabled={users.length === 0}>
          Create thread
        </Button>
      </footer>
    </Dialog>
  );
}
