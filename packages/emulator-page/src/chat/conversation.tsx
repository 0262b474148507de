import type { StoreMessage, StoreReceipt, StoreThread, Typist } from "@acs-chat/store";
import type { JSX, RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { nameOf } from "../emulator/world.ts";
import { explain } from "../lib/explain.ts";
import { useStore } from "../lib/store.ts";
import { VirtualList } from "../lib/virtual-list.tsx";
import { Button } from "../ui/button.tsx";
import { attempt } from "../ui/notice.tsx";
import { Composer } from "./composer.tsx";
import { type Drafts, draftsOf, NO_DRAFT } from "./drafts.ts";
import { attach } from "./files.ts";
import { createImages } from "./images.ts";
import { Message, textOf } from "./message.tsx";
import { sendsReceipts } from "./read-receipts.ts";
import type { Session } from "./sessions.ts";
import { UnsentMessage } from "./unsent-message.tsx";

/** The messages of a thread as a user sees them, and the form for a new one. */
export function Conversation(props: {
  readonly session: Session;
  readonly thread: StoreThread;
  readonly userId: string;
  readonly names: ReadonlyMap<string, string>;
  /** Whether a narrow window shows the other conversation instead. */
  readonly aside: boolean;
}): JSX.Element {
  const { session, thread, userId, names, aside } = props;
  const drafts = draftsOf(thread.id, userId);
  const { items, loaded } = useStore(thread.messages);
  const { error } = useStore(thread.state);
  const typists = useStore(thread.typing);
  const [atEnd, setAtEnd] = useState(true);
  const [jump, setJump] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const toComposer = (): void => field.current?.focus();

  // A message counts as read when it is on the screen: the list is scrolled to its end, and the page is visible.
  useEffect(() => {
    const seen = document.visibilityState === "visible" && field.current?.checkVisibility();
    const newest = items.findLast(({ mine, senderId }) => !mine && senderId !== "");
    if (atEnd && seen && newest && sendsReceipts.value) thread.markRead(newest.id);
  }, [atEnd, items, thread, aside]);

  const editLast = (): void => {
    const last = items.findLast(({ mine, id, deletedOn }) => mine && id && !deletedOn);
    if (last?.id === undefined) return;
    // The editor takes the focus only if no other element has it.
    field.current?.blur();
    drafts.edit.set({ id: last.id, text: textOf(last) });
  };
  return (
    <>
      <div class="messages">
        {loaded ? (
          <MessageList
            session={session}
            thread={thread}
            names={names}
            userId={userId}
            drafts={drafts}
            field={field}
            label={`Messages as ${nameOf(names, userId)} sees them`}
            jump={jump}
            onAtEnd={setAtEnd}
          />
        ) : error === undefined ? (
          <p class="loading" role="status">
            Loading…
          </p>
        ) : (
          <div class="empty" role="alert">
            <h2>The messages could not be loaded</h2>
            <p>{explain(error)}</p>
            <Button
              onClick={() => {
                toComposer();
                thread.load().catch(() => undefined);
              }}
            >
              Try again
            </Button>
          </div>
        )}
        {!atEnd && (
          <Button
            class="to-end"
            icon="down"
            onClick={() => {
              toComposer();
              setJump(jump + 1);
            }}
          >
            Newest
          </Button>
        )}
      </div>
      <p class="typing" aria-live="polite">
        {typingText(typists, names)}
      </p>
      <Composer
        userId={userId}
        name={nameOf(names, userId)}
        field={field}
        draft={drafts.draft}
        onSend={({ text, html, files }) => {
          const attachments = files.map(attach);
          thread.send({ content: text, type: html ? "html" : "text", attachments });
          drafts.draft.set({ ...NO_DRAFT, html });
          setJump(jump + 1);
        }}
        onTyping={thread.notifyTyping}
        onEditLast={editLast}
      />
    </>
  );
}

function MessageList(props: {
  readonly session: Session;
  readonly thread: StoreThread;
  readonly names: ReadonlyMap<string, string>;
  readonly userId: string;
  readonly drafts: Drafts;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly jump: number;
  readonly onAtEnd: (atEnd: boolean) => void;
}): JSX.Element {
  const { session, thread, names, userId, drafts, field, label, jump, onAtEnd } = props;
  const { items, hasOlder } = useStore(thread.messages);
  const receipts = useStore(thread.receipts);
  const edit = useStore(drafts.edit);
  const readers = useMemo(() => readersByMessage(receipts, userId), [receipts, userId]);
  const images = useMemo(
    () => createImages(session.imageClient.getChatThreadClient(thread.id)),
    [session, thread],
  );
  useEffect(() => () => images.dispose(), [images]);

  const toComposer = (): void => field.current?.focus();
  const endEdit = (): void => {
    const { activeElement, body } = document;
    const pane = field.current?.closest(".pane");
    // If the user has moved the focus to the other conversation, it stays there.
    if (activeElement === body || pane?.contains(activeElement)) toComposer();
    drafts.edit.set(undefined);
  };
  const renderSent = (message: StoreMessage, id: string, index: number): JSX.Element => (
    <Message
      message={message}
      previous={items[index - 1]}
      names={names}
      readers={readers.get(id) ?? []}
      edit={edit?.id === id ? edit.text : undefined}
      image={images.address}
      onEdit={(text) => drafts.edit.set({ id, text })}
      onCancel={endEdit}
      onSave={() => {
        void attempt(() => thread.edit(id, { content: edit!.text })).then((ok) => {
          if (ok && drafts.edit.value?.id === id) endEdit();
        });
      }}
      onRemove={() => {
        toComposer();
        void attempt(() => thread.delete(id));
      }}
    />
  );
  const renderUnsent = (message: StoreMessage): JSX.Element => (
    <UnsentMessage
      message={message}
      onRetry={() => {
        toComposer();
        thread.retry(message.key);
      }}
      onDiscard={() => {
        toComposer();
        thread.discard(message.key);
      }}
    />
  );
  return (
    <VirtualList
      items={items}
      keyOf={({ key }) => key}
      estimate={56}
      end="bottom"
      label={label}
      jump={jump}
      onAtEnd={onAtEnd}
      // After a failed request, scrolling loads the page again.
      onFarEnd={
        hasOlder ? () => void thread.messages.loadOlder().catch(() => undefined) : undefined
      }
      render={(message, index) =>
        message.id === undefined ? renderUnsent(message) : renderSent(message, message.id, index)
      }
    />
  );
}

/** Returns the other users who have read up to a message, by its id. */
function readersByMessage(
  receipts: readonly StoreReceipt[],
  userId: string,
): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { readerId, chatMessageId } of receipts) {
    if (readerId === userId) continue;
    readers.set(chatMessageId, [...(readers.get(chatMessageId) ?? []), readerId]);
  }
  return readers;
}

function typingText(typists: readonly Typist[], names: ReadonlyMap<string, string>): string {
  const who = typists.map(({ typistId }) => nameOf(names, typistId));
  if (who.length === 0) return "";
  return `${who.join(", ")} ${who.length === 1 ? "is" : "are"} typing…`;
}
