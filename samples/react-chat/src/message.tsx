import type { StoreMessage, StoreThread } from "@acs-chat/store";
import { memo, useState } from "react";
import { Avatar } from "./avatar.tsx";
import { DeleteIcon, EditIcon } from "./icons.tsx";
import { useImageAddress } from "./images.tsx";
import type { Reader } from "./message-list.tsx";
import { listNames, plainTextOf } from "./message-text.ts";
import { RichText } from "./rich-text.tsx";
import { timeOf } from "./time.ts";

export interface MessageProps {
  readonly thread: StoreThread;
  readonly message: StoreMessage;
  /** Whether the sender's name and avatar are shown. */
  readonly startsGroup: boolean;
  /** Whether the time is shown below the message. */
  readonly endsGroup: boolean;
  /** The participants who have read up to this message. */
  readonly seenBy: readonly Reader[] | undefined;
}

/** Shows a message. An unchanged message is the same object, so memo skips rendering it again. */
export const Message = memo(function Message(props: MessageProps) {
  const { message, startsGroup, endsGroup, seenBy, thread } = props;
  const { key, mine, senderDisplayName, createdOn, editedOn, status, change } = message;
  const name = senderDisplayName || "Somebody";
  const [problem, setProblem] = useState("");
  const [isEditing, setIsEditing] = useState(false);
  const run = (work: Promise<void>, text: string): void => {
    setProblem("");
    setIsEditing(false);
    // The store has reverted the change.
    work.catch(() => setProblem(text));
  };
  return (
    <li
      className={`message ${mine ? "mine" : "theirs"}`}
      data-key={key}
      data-status={status}
      data-starts={startsGroup}
      data-ends={endsGroup}
      data-change={change}
    >
      {!mine && startsGroup && <Avatar name={name} />}
      <div className="body">
        <span className={mine ? "visually-hidden" : "name"} hidden={!mine && !startsGroup}>
          {mine ? "You" : <bdi>{name}</bdi>}
        </span>
        {isEditing ? (
          <Editor
            text={message.content?.message ?? ""}
            onSave={(content) =>
              run(thread.edit(message.id!, { content }), "The message could not be changed.")
            }
            onCancel={() => setIsEditing(false)}
          />
        ) : (
          <Content message={message} />
        )}
        {mine && message.id !== undefined && !message.deletedOn && !isEditing && (
          <Actions
            {...(message.type === "text" && { onEdit: () => setIsEditing(true) })}
            onDelete={() => run(thread.delete(message.id!), "The message could not be deleted.")}
          />
        )}
        {status === "failed" && (
          <p className="failure" role="alert">
            Not sent.
            <button onClick={() => thread.retry(key)}>Retry</button>
            <button onClick={() => thread.discard(key)}>Discard</button>
          </p>
        )}
        {problem !== "" && (
          <p className="failure" role="alert">
            {problem}
          </p>
        )}
        {(endsGroup || status === "waiting" || status === "sending" || editedOn) && (
          <p className="meta">
            <time dateTime={createdOn.toISOString()}>{timeOf(createdOn)}</time>
            {editedOn && !message.deletedOn && " · edited"}
            {status === "sending" && " · Sending…"}
            {status === "waiting" && " · Waiting"}
          </p>
        )}
        {seenBy && <SeenBy readers={seenBy} />}
      </div>
    </li>
  );
});

function Content({ message }: { message: StoreMessage }) {
  const { type, content, deletedOn, threadId } = message;
  const text = plainTextOf(message);
  const images = deletedOn ? [] : (content?.attachments ?? []);
  return (
    <>
      {images.map(({ id, attachmentType, name }) =>
        attachmentType === "image" ? (
          <Picture key={id} threadId={threadId} id={id} name={name ?? ""} />
        ) : null,
      )}
      {text.trim() !== "" && (
        <div className={deletedOn ? "bubble deleted" : "bubble"} dir="auto">
          {type === "html" && !deletedOn ? <RichText html={content?.message ?? ""} /> : text}
        </div>
      )}
    </>
  );
}

function Picture({ threadId, id, name }: { threadId: string; id: string; name: string }) {
  const address = useImageAddress(threadId, id);
  if (address === null) return <p className="bubble deleted">The image {name} cannot be shown.</p>;
  return address === undefined ? (
    <div className="picture" />
  ) : (
    <img className="picture" src={address} alt={name || "Image"} />
  );
}

function Actions({ onEdit, onDelete }: { onEdit?: () => void; onDelete: () => void }) {
  return (
    <div className="actions">
      {onEdit && (
        <button className="icon" aria-label="Edit" onClick={onEdit}>
          <EditIcon />
        </button>
      )}
      <button className="icon" aria-label="Delete" onClick={onDelete}>
        <DeleteIcon />
      </button>
    </div>
  );
}

interface EditorProps {
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function Editor({ text, onSave, onCancel }: EditorProps) {
  return (
    <form
      className="editor"
      onKeyDown={({ key }) => key === "Escape" && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(String(new FormData(event.currentTarget).get("text")).trim());
      }}
    >
      <textarea name="text" aria-label="Edit the message" defaultValue={text} required autoFocus />
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
      <button className="primary">Save</button>
    </form>
  );
}

function SeenBy({ readers }: { readers: readonly Reader[] }) {
  return (
    <p className="seen">
      <span className="visually-hidden">Read by {listNames(readers.map(({ name }) => name))}</span>
      {readers.slice(0, 5).map(({ id, name }) => (
        <Avatar key={id} name={name} size={18} />
      ))}
    </p>
  );
}
