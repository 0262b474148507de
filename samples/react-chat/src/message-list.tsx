import { useChatStore, useSlice } from "@acs-chat/react";
import { rawIdOf, type StoreMessage, type StoreThread } from "@acs-chat/store";
import { Fragment, useMemo } from "react";
import { DownIcon } from "./icons.tsx";
import { Message } from "./message.tsx";
import { nameOf, systemTextOf } from "./message-text.ts";
import { dayOf, isSameDay } from "./time.ts";
import { useScroll } from "./use-scroll.ts";

export function MessageList({ thread }: { thread: StoreThread }) {
  const { items, loaded, hasOlder, hasNewer, gaps } = useSlice(thread.messages);
  const { unreadCount } = useSlice(thread.state);
  const seen = useSeenBy(thread, items);
  const { list, isAtEnd, toEnd } = useScroll(thread);
  const gapAfter = new Map(gaps.map(({ id, before }) => [before, id]));
  return (
    <div className="scroller">
      <ol ref={list} className="messages" tabIndex={0} aria-label="Messages" aria-busy={!loaded}>
        {hasOlder && <li className="loading">Loading earlier messages…</li>}
        {loaded && items.length === 0 && <li className="hint">No messages yet. Say hello!</li>}
        {items.map((message, index) => {
          const before = items[index - 1];
          const newDay = !before || !isSameDay(before.createdOn, message.createdOn);
          const gap = gapAfter.get(message.key);
          return (
            <Fragment key={message.key}>
              {newDay && <li className="day">{dayOf(message.createdOn)}</li>}
              {gap !== undefined && <Gap onLoad={() => thread.messages.loadGap(gap)} />}
              <Item
                thread={thread}
                message={message}
                startsGroup={newDay || gap !== undefined || !isGroup(before, message)}
                endsGroup={!isGroup(message, items[index + 1])}
                seenBy={seen.get(message.key)}
              />
            </Fragment>
          );
        })}
      </ol>
      {(!isAtEnd || hasNewer) && (
        <button className="newest" onClick={toEnd}>
          <DownIcon />
          {unreadCount ? `${unreadCount} new` : "Newest"}
        </button>
      )}
    </div>
  );
}

function Gap({ onLoad }: { onLoad: () => Promise<void> }) {
  return (
    <li className="gap">
      <button onClick={() => void onLoad().catch(console.error)}>
        Load messages between these
      </button>
    </li>
  );
}

interface ItemProps {
  readonly thread: StoreThread;
  readonly message: StoreMessage;
  readonly startsGroup: boolean;
  readonly endsGroup: boolean;
  readonly seenBy: readonly Reader[] | undefined;
}

function Item({ message, ...rest }: ItemProps) {
  if (message.type === "text" || message.type === "html") {
    return <Message message={message} {...rest} />;
  }
  const text = systemTextOf(message);
  return text === undefined ? null : <li className="system">{text}</li>;
}

/** Whether two messages form a group: same sender, at most five minutes apart. */
function isGroup(one: StoreMessage | undefined, next: StoreMessage | undefined): boolean {
  if (!one || !next || one.senderId !== next.senderId || one.senderId === "") return false;
  return +next.createdOn - +one.createdOn < 300_000 && isSameDay(one.createdOn, next.createdOn);
}

/** A participant who has read up to a message. */
export interface Reader {
  readonly id: string;
  readonly name: string;
}

/** Returns the readers by message. Each reader is listed once, at the last shown message that they have read. */
function useSeenBy(
  thread: StoreThread,
  items: readonly StoreMessage[],
): ReadonlyMap<string, readonly Reader[]> {
  const { userId } = useChatStore();
  const receipts = useSlice(thread.receipts);
  const participants = useSlice(thread.participants);
  return useMemo(() => {
    const names = new Map(participants.map((one) => [rawIdOf(one.id), nameOf(one)]));
    const seen = new Map<string, Reader[]>();
    for (const { readerId, chatMessageId } of receipts) {
      const name = names.get(readerId);
      if (readerId === userId || name === undefined) continue;
      const last = items.findLast(({ id }) => id && Number(id) <= Number(chatMessageId));
      // Only the user's own messages show readers.
      if (!last?.mine) continue;
      seen.set(last.key, [...(seen.get(last.key) ?? []), { id: readerId, name }]);
    }
    return seen;
  }, [receipts, participants, items, userId]);
}
