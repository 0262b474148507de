import type { ConnectionState } from "@acs-chat/store";
import type { JSX } from "preact";
import { useApp } from "../app-context.ts";
import type { ThreadOverview } from "../emulator/control.ts";
import { kindNameOf } from "../emulator/kinds.ts";
import { nameOf } from "../emulator/world.ts";
import { useStore } from "../lib/store.ts";
import { Avatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";
import { sendsReceipts } from "./read-receipts.ts";

type State = ConnectionState["state"];

const STATES: Readonly<Record<State, { readonly text: string; readonly tone: string }>> = {
  connected: { text: "Live", tone: "good" },
  catchingUp: { text: "Catching up…", tone: "wait" },
  connecting: { text: "Connecting…", tone: "wait" },
  reconnecting: { text: "Reconnecting…", tone: "wait" },
  stopped: { text: "Not live", tone: "bad" },
};

/** Shows which user views the thread, and lets somebody choose another user. */
export function PaneHeader(props: {
  readonly thread: ThreadOverview;
  readonly userId: string;
  readonly connection: State;
  readonly onUser: (userId: string) => void;
  readonly onClose?: (() => void) | undefined;
}): JSX.Element {
  const { thread, userId, connection, onUser, onClose } = props;
  const { users, names } = useStore(useApp().emulator.world);
  const inside = thread.participants.map((one) => one.userId);
  const outside = users.map(({ id }) => id).filter((id) => !inside.includes(id));
  const { text, tone } = STATES[connection];
  const receipts = useStore(sendsReceipts);
  const option = (id: string): JSX.Element => (
    <option key={id} value={id} selected={id === userId}>
      {nameOf(names, id)}
      {kindNameOf(id) && ` (${kindNameOf(id)})`}
    </option>
  );
  return (
    <header class="pane-header">
      <Avatar id={userId} name={nameOf(names, userId)} />
      <label>
        <span class="hidden">View the thread as</span>
        <select value={userId} onChange={(event) => onUser(event.currentTarget.value)}>
          <optgroup label="In this thread">{inside.map(option)}</optgroup>
          {outside.length > 0 && (
            <optgroup label="Not in this thread">{outside.map(option)}</optgroup>
          )}
          {!inside.includes(userId) && !outside.includes(userId) && option(userId)}
        </select>
      </label>
      <span class={`state-dot ${tone}`} role="status">
        {text}
      </span>
      <IconButton
        icon="check"
        label={`Read receipts are ${receipts ? "sent" : "not sent"} for users shown here`}
        aria-pressed={receipts}
        onClick={() => sendsReceipts.set(!receipts)}
      />
      {onClose && <IconButton icon="close" label="Close this conversation" onClick={onClose} />}
    </header>
  );
}
