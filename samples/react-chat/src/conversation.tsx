import { useChatStore, useConnection, useSlice, useThread, useTyping } from "@acs-chat/react";
import { rawIdOf } from "@acs-chat/store";
import { useEffect, useRef } from "react";
import { Avatar } from "./avatar.tsx";
import { Composer } from "./composer.tsx";
import { BackIcon } from "./icons.tsx";
import { MessageList } from "./message-list.tsx";
import { listNames, nameOf } from "./message-text.ts";

export function Conversation({ threadId, onBack }: { threadId: string; onBack: () => void }) {
  const thread = useThread(threadId);
  const { topic } = useSlice(thread.properties);
  const participants = useSlice(thread.participants).filter(({ displayName }) => displayName);
  const { phase, membership, error } = useSlice(thread.state);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="conversation" aria-label={topic || "No topic"}>
      <header>
        <button className="icon back" aria-label="Back to the conversations" onClick={onBack}>
          <BackIcon />
        </button>
        <div className="title">
          <h2 ref={heading} tabIndex={-1}>
            {topic || "No topic"}
          </h2>
          <p>{listNames(participants.map(nameOf))}</p>
        </div>
        <div className="faces" aria-hidden="true">
          {participants.slice(0, 3).map((one) => (
            <Avatar key={rawIdOf(one.id)} name={nameOf(one)} size={30} />
          ))}
        </div>
      </header>
      <ConnectionBanner />
      {error !== undefined && phase === "new" ? (
        <div className="empty" role="alert">
          <p>This conversation could not be loaded.</p>
          <button className="primary" onClick={() => void thread.load().catch(() => {})}>
            Retry
          </button>
        </div>
      ) : (
        <MessageList thread={thread} />
      )}
      <TypingLine threadId={threadId} />
      {membership === "member" ? (
        <Composer thread={thread} />
      ) : (
        <p className="closed">
          {membership === "left" ? "You left this conversation." : "This conversation was deleted."}
        </p>
      )}
    </section>
  );
}

function ConnectionBanner() {
  const { state, tokenExpired } = useConnection();
  const { start } = useChatStore();
  const texts = {
    connected: "",
    connecting: "Connecting…",
    catchingUp: "Catching up…",
    reconnecting: "You are offline. Messages are sent after the reconnect.",
    stopped: tokenExpired ? "Your session has ended." : "Not connected.",
  };
  return (
    <div className="banner" data-state={state} role="status">
      {texts[state]}
      {state === "stopped" && (
        <button onClick={() => void start().catch(console.error)}>Reconnect</button>
      )}
    </div>
  );
}

function TypingLine({ threadId }: { threadId: string }) {
  const { typists } = useTyping(threadId);
  const names = typists.map(({ displayName }) => displayName || "Somebody");
  return (
    <p className="typing" aria-live="polite">
      {names.length > 0 && (
        <>
          <span className="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {listNames(names)} {names.length > 1 ? "are" : "is"} typing…
        </>
      )}
    </p>
  );
}
