import { useChatStore, useThreads } from "@acs-chat/react";
import type { ThreadSummary } from "@acs-chat/store";
import { Avatar } from "./avatar.tsx";
import { SignOutIcon } from "./icons.tsx";
import { previewOf } from "./message-text.ts";
import { shortTimeOf } from "./time.ts";

export interface ThreadListProps {
  readonly name: string;
  readonly selected: string | undefined;
  readonly onSelect: (threadId: string) => void;
  readonly onSignOut: () => void;
}

export function ThreadList({ name, selected, onSelect, onSignOut }: ThreadListProps) {
  const { items, loaded, hasMore, loading } = useThreads();
  const { loadMore } = useChatStore().threads;
  return (
    <nav className="threads" aria-label="Conversations">
      <header>
        <Avatar name={name} />
        <h2>
          Chats
          <small>{name}</small>
        </h2>
        <button className="icon" aria-label="Sign out" onClick={onSignOut}>
          <SignOutIcon />
        </button>
      </header>
      <ul>
        {items.map((thread) => (
          <li key={thread.id}>
            <Row
              thread={thread}
              isSelected={thread.id === selected}
              onSelect={() => onSelect(thread.id)}
            />
          </li>
        ))}
      </ul>
      {loaded && items.length === 0 && <p className="hint">No conversations yet.</p>}
      {hasMore && (
        <button className="more" disabled={loading} onClick={() => void loadMore()}>
          {loading ? "Loading…" : "More conversations"}
        </button>
      )}
    </nav>
  );
}

interface RowProps {
  readonly thread: ThreadSummary;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

const marks = { member: undefined, left: "You left", deleted: "Deleted" };

function Row({ thread, isSelected, onSelect }: RowProps) {
  const { id, topic, lastMessage, lastMessageReceivedOn, unreadCount = 0, membership } = thread;
  const unread = unreadCount > 99 ? "99+" : String(unreadCount);
  return (
    <button
      className="row"
      data-thread={id}
      data-unread={unreadCount > 0}
      aria-current={isSelected ? "true" : undefined}
      onClick={onSelect}
    >
      <Avatar name={topic} size={44} />
      <span className="topic">{topic || "No topic"}</span>
      {lastMessageReceivedOn && (
        <time dateTime={lastMessageReceivedOn.toISOString()}>
          {shortTimeOf(lastMessageReceivedOn)}
        </time>
      )}
      <span className="preview">
        {marks[membership] ?? (lastMessage ? previewOf(lastMessage) : "No messages yet")}
      </span>
      {unreadCount > 0 && (
        <span className="badge">
          {unread}
          <span className="visually-hidden"> unread</span>
        </span>
      )}
    </button>
  );
}
