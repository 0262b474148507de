import type { ChatParticipant } from "@acs-chat/client";
import { rawIdOf, type StoreIdentifier, type StoreMessage } from "@acs-chat/store";
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { nameOf } from "../emulator/world.ts";
import { SafeHtml } from "../lib/safe-html.tsx";
import { formatDay, formatExact, formatTime, sameDay } from "../lib/time.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Kind } from "../ui/kind.tsx";
import { Picture } from "./picture.tsx";

/** The props of a message. */
export interface MessageProps {
  readonly message: StoreMessage;
  /** The previous message; undefined for the first one of the thread. */
  readonly previous: StoreMessage | undefined;
  readonly names: ReadonlyMap<string, string>;
  /** Users who have read up to this message. */
  readonly readers: readonly string[];
  /** The new text while the message is being edited. */
  readonly edit: string | undefined;
  readonly image: (id: string) => Promise<string>;
  readonly onEdit: (text: string) => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
  readonly onRemove: () => void;
}

/** Returns the text of a message. */
export const textOf = ({ content }: StoreMessage): string => content?.message ?? "";

/** Messages of one sender within this time, in milliseconds, are grouped. */
const TOGETHER = 5 * 60_000;
/** Longer texts are truncated at first. */
const LONG = 1500;

/** One message of a conversation. */
export function Message(props: MessageProps): JSX.Element {
  const { message, previous } = props;
  const newDay = previous === undefined || !sameDay(previous.createdOn, message.createdOn);
  return (
    <>
      {newDay && <p class="day">{formatDay(message.createdOn)}</p>}
      {message.senderId === "" ? (
        <SystemMessage {...props} />
      ) : (
        <UserMessage {...props} together={!newDay && standsTogether(message, previous)} />
      )}
    </>
  );
}

function standsTogether(message: StoreMessage, previous: StoreMessage | undefined): boolean {
  return (
    previous?.senderId === message.senderId &&
    message.createdOn.getTime() - previous.createdOn.getTime() < TOGETHER
  );
}

function UserMessage(props: MessageProps & { readonly together: boolean }): JSX.Element {
  const { message, names, readers, together, edit } = props;
  const { senderId, mine } = message;
  const name = message.senderDisplayName || nameOf(names, senderId);
  const classes = ["message", mine ? "mine" : "", together ? "together" : ""].join(" ").trim();
  return (
    <article class={classes} aria-label={`${name}, ${formatTime(message.createdOn)}`}>
      {!mine && !together && <Avatar id={senderId} name={name} />}
      <div class="message-main">
        {!together && (
          <header>
            {!mine && <bdi class="sender">{name}</bdi>}
            {!mine && <Kind id={senderId} />}
            <time title={formatExact(message.createdOn)}>{formatTime(message.createdOn)}</time>
          </header>
        )}
        {edit === undefined ? <Bubble {...props} /> : <Editor {...props} text={edit} />}
        {readers.length > 0 && (
          <p class="readers">
            <span class="hidden">Read by {readers.map((id) => nameOf(names, id)).join(", ")}</span>
            {readers.map((id) => (
              <Avatar
                key={id}
                id={id}
                name={nameOf(names, id)}
                small
                title={`Read by ${nameOf(names, id)}`}
              />
            ))}
          </p>
        )}
      </div>
    </article>
  );
}

function Bubble({ message, image, onEdit, onRemove }: MessageProps): JSX.Element {
  if (message.deletedOn !== undefined) return <p class="bubble deleted">Message deleted</p>;
  const text = textOf(message);
  const { attachments = [] } = message.content ?? {};
  return (
    <div class="bubble-line">
      <div class={message.change ? "bubble pending" : "bubble"} dir="auto">
        {attachments.map(({ id, name, attachmentType }) =>
          attachmentType === "image" ? (
            <Picture key={id} name={name ?? "image"} address={() => image(id)} />
          ) : (
            <bdi key={id} class="file">
              {name ?? id}
            </bdi>
          ),
        )}
        {text !== "" && <Content text={text} html={message.type === "html"} />}
        {message.editedOn !== undefined && (
          <span class="edited" title={`Edited ${formatExact(message.editedOn)}`}>
            edited
          </span>
        )}
      </div>
      {message.mine && (
        <div class="message-actions">
          <IconButton icon="edit" label="Edit message" onClick={() => onEdit(text)} />
          <IconButton icon="trash" label="Delete message" onClick={onRemove} />
        </div>
      )}
    </div>
  );
}

function Content({ text, html }: { readonly text: string; readonly html: boolean }): JSX.Element {
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG;
  return (
    <>
      <div class={long && !whole ? "content clamped" : "content"}>
        {html ? <SafeHtml html={text} /> : text}
      </div>
      {long && (
        <button type="button" class="more" onClick={() => setWhole(!whole)}>
          {whole ? "Show less" : "Show all"}
        </button>
      )}
    </>
  );
}

function Editor(props: MessageProps & { readonly text: string }): JSX.Element {
  const { text, onEdit, onCancel, onSave } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    // Scrolling also renders the editor, perhaps while the user types in another field.
    if (document.activeElement === document.body) field.current?.focus();
  }, []);
  const save = (): void => {
    if (text.trim() !== "") onSave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div class="editor">
      <textarea
        aria-label="New text of the message"
        value={text}
        ref={field}
        onInput={(event) => onEdit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p>
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="main" onClick={save}>
          Save
        </Button>
      </p>
    </div>
  );
}

function SystemMessage({ message, names }: MessageProps): JSX.Element {
  return (
    <p class="system" title={formatExact(message.createdOn)}>
      {systemText(message, names)}
    </p>
  );
}

function systemText(message: StoreMessage, names: ReadonlyMap<string, string>): JSX.Element {
  const { content } = message;
  const who = (id: StoreIdentifier | undefined) => (
    <bdi>{id === undefined ? "Somebody" : nameOf(names, rawIdOf(id))}</bdi>
  );
  const people = (content?.participants ?? []).map((one, index) => (
    <>
      {index > 0 && ", "}
      <bdi>{participantName(one, names)}</bdi>
    </>
  ));
  switch (message.type) {
    case "topicUpdated":
      return (
        <>
          {who(content?.initiator)} set the topic to <bdi class="topic">{content?.topic}</bdi>
        </>
      );
    case "participantAdded":
      return (
        <>
          {who(content?.initiator)} added {people}
        </>
      );
    case "participantRemoved":
      return (
        <>
          {who(content?.initiator)} removed {people}
        </>
      );
    default:
      return <>{message.type}</>;
  }
}

const participantName = (
  { id, displayName }: ChatParticipant,
  names: ReadonlyMap<string, string>,
): string => displayName || nameOf(names, rawIdOf(id));
