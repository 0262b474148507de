import type { JSX, RefObject } from "preact";
import { useRef } from "preact/hooks";
import { type Store, useStore } from "../lib/store.ts";
import { Avatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";
import type { Draft } from "./drafts.ts";

/** The form for a new message. */
export function Composer(props: {
  readonly userId: string;
  readonly name: string;
  /** The text field. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly draft: Store<Draft>;
  /** Absent while sending is impossible. */
  readonly onSend: ((draft: Draft) => void) | undefined;
  readonly onTyping: () => void;
  /** Called on arrow up in an empty field. */
  readonly onEditLast: () => void;
}): JSX.Element {
  const { userId, name, field, draft, onSend, onTyping, onEditLast } = props;
  const { text, html, files } = useStore(draft);
  const change = (part: Partial<Draft>): void => draft.set({ ...draft.value, ...part });
  const picker = useRef<HTMLInputElement>(null);
  const empty = text.trim() === "" && files.length === 0;

  const send = (): void => {
    if (!empty) onSend?.(draft.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && text === "") {
      event.preventDefault();
      onEditLast();
    }
  };
  const add = (list: FileList | null | undefined): void => {
    const images = [...(list ?? [])].filter(({ type }) => type.startsWith("image/"));
    if (images.length > 0) change({ files: [...files, ...images] });
  };
  return (
    <div class="composer">
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li key={file}>
              <bdi>{file.name}</bdi>
              <IconButton
                icon="close"
                label={`Remove ${file.name}`}
                onClick={() => change({ files: files.filter((other) => other !== file) })}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="composer-line">
        <Avatar id={userId} name={name} />
        <textarea
          ref={field}
          aria-label={`Message as ${name}`}
          placeholder={`Message as ${name}`}
          rows={1}
          dir="auto"
          value={text}
          onInput={(event) => {
            change({ text: event.currentTarget.value });
            if (event.currentTarget.value !== "") onTyping();
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => add(event.clipboardData?.files)}
          onDrop={(event) => {
            event.preventDefault();
            add(event.dataTransfer?.files);
          }}
        />
        <button
          type="button"
          class="toggle"
          aria-pressed={html}
          title="Send as HTML"
          onClick={() => change({ html: !html })}
        >
          HTML
        </button>
        <IconButton icon="image" label="Attach images" onClick={() => picker.current?.click()} />
        <input
          ref={picker}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
        <IconButton icon="send" label="Send" class="main" disabled={empty} onClick={send} />
      </div>
    </div>
  );
}
