import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Avatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";

/** Where a message is written. */
export function Composer(props: {
  readonly userId: string;
  readonly name: string;
  readonly onSend: (content: string, type: "text" | "html", files: readonly File[]) => void;
  readonly onTyping: () => void;
  /** The arrow up in an empty field. */
  readonly onEditLast: () => void;
}): JSX.Element {
  const { userId, name, onSend, onTyping, onEditLast } = props;
  const [text, setText] = useState("");
  const [html, setHtml] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const empty = text.trim() === "" && files.length === 0;

  const send = (): void => {
    if (empty) return;
    onSend(text, html ? "html" : "text", files);
    setText("");
    setFiles([]);
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
    if (images.length > 0) setFiles([...files, ...images]);
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
                label={`Leave out ${file.name}`}
                onClick={() => setFiles(files.filter((other) => other !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="composer-line">
        <Avatar id={userId} name={name} />
        <textarea
          aria-label={`Message as ${name}`}
          placeholder={`Message as ${name}`}
          rows={1}
          dir="auto"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
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
          onClick={() => setHtml(!html)}
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
