import { useConnection, useSlice } from "@acs-chat/react";
import type { StoreThread } from "@acs-chat/store";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { CloseIcon, ImageIcon, SendIcon } from "./icons.tsx";
import { useImages } from "./images.tsx";

export function Composer({ thread }: { thread: StoreThread }) {
  const draft = useSlice(thread.draft);
  const isOffline = useConnection(({ state }) => state === "reconnecting");
  const images = useImages();
  const [image, setImage] = useState<File>();
  const [isUploading, setIsUploading] = useState(false);
  const [problem, setProblem] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const canSend = (draft.trim() !== "" || image !== undefined) && !isUploading;

  const send = async (): Promise<void> => {
    if (!canSend) return;
    setProblem("");
    try {
      if (image) setIsUploading(true);
      const attachments = image && [await images.upload(thread.id, image)];
      thread.send({ content: draft, ...(attachments && { attachments }) });
      thread.draft.set("");
      setImage(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setIsUploading(false);
      field.current?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {image && <Preview image={image} onRemove={() => setImage(undefined)} />}
      <p className="problem" role="alert">
        {problem}
      </p>
      <div className="line">
        <label className="icon" title="Add an image">
          <ImageIcon />
          <span className="visually-hidden">Image</span>
          <input
            type="file"
            accept="image/*"
            className="visually-hidden"
            disabled={isOffline || isUploading}
            onChange={(event) => {
              setImage(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label="Message"
          placeholder="Write a message"
          value={draft}
          onChange={(event) => {
            thread.draft.set(event.target.value);
            thread.notifyTyping();
          }}
          onKeyDown={onKeyDown}
        />
        <button className="send" aria-label="Send" disabled={!canSend}>
          <SendIcon />
        </button>
      </div>
    </form>
  );
}

function Preview({ image, onRemove }: { image: File; onRemove: () => void }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(image);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  return (
    <div className="attachment">
      <img src={address} alt="" />
      <span>{image.name}</span>
      <button type="button" className="icon" aria-label={`Remove ${image.name}`} onClick={onRemove}>
        <CloseIcon />
      </button>
    </div>
  );
}
