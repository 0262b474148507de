import type { ChatMessage, RealtimeState } from "@acs-chat/client";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import type { ThreadOverview } from "../emulator/control.ts";
import { nameOf } from "../emulator/world.ts";
import { createStore, useStore } from "../lib/store.ts";
import { VirtualList } from "../lib/virtual-list.tsx";
import { Button } from "../ui/button.tsx";
import { attempt } from "../ui/notice.tsx";
import { Composer } from "./composer.tsx";
import type { Conversation, ConversationView } from "./conversation.ts";
import { NOTHING, openConversation } from "./conversation.ts";
import { rawIdOf } from "./identifier.ts";
import { Message, textOf } from "./message.tsx";
import { PaneHeader } from "./pane-header.tsx";
import { acquireSession, releaseSession, type Session } from "./session.ts";
import { NO_DRAFT, type Outgoing, type Unsent, unsentOf } from "./unsent.ts";

const UNREAD = createStore(NOTHING);
const STOPPED = createStore<RealtimeState>("connecting");

interface Opened {
  readonly session: Session;
  readonly conversation: Conversation;
  readonly unsent: Unsent;
}

/** One side of the page: a thread as one user sees it. */
export function Pane(props: {
  readonly thread: ThreadOverview;
  readonly userId: string;
  /** The other side is shown instead where only one has room. */
  readonly aside: boolean;
  readonly onUser: (userId: string) => void;
  /** Closes this side; absent if it is the only one. */
  readonly onClose?: (() => void) | undefined;
}): JSX.Element {
  const { thread, userId, aside, onUser, onClose } = props;
  const { emulator } = useApp();
  const { names } = useStore(emulator.world);
  const epoch = useStore(emulator.epoch);
  const [opened, setOpened] = useState<Opened>();
  const unsent = unsentOf(thread.id, userId);
  // Until the effect has run, what is open belongs to another thread or user.
  const open = opened?.unsent === unsent ? opened : undefined;
  const name = nameOf(names, userId);
  const ownName = useRef<string | undefined>(undefined);
  ownName.current = names.get(userId);

  useEffect(() => {
    const session = acquireSession(userId);
    const conversation = openConversation(session, thread.id, () => ownName.current);
    setOpened({ session, conversation, unsent });
    return () => {
      conversation.dispose();
      releaseSession(userId);
      setOpened(undefined);
    };
  }, [thread.id, userId, epoch]);

  const view = useStore(open?.conversation.view ?? UNREAD);
  const realtime = useStore(open?.session.realtime ?? STOPPED);
  return (
    <section class={aside ? "pane aside" : "pane"} aria-label={`Conversation as ${name}`}>
      <PaneHeader
        thread={thread}
        userId={userId}
        realtime={realtime}
        onUser={onUser}
        onClose={onClose}
      />
      {view.status === "denied" ? (
        <div class="empty" role="alert">
          <h2>{name} cannot see this thread</h2>
          <p>{view.problem}</p>
        </div>
      ) : (
        <Messages
          key={`${thread.id} ${userId}`}
          view={view}
          aside={aside}
          unsent={unsent}
          conversation={open?.conversation}
          userId={userId}
          names={names}
        />
      )}
    </section>
  );
}

function Messages(props: {
  readonly view: ConversationView;
  readonly aside: boolean;
  readonly unsent: Unsent;
  readonly conversation: Conversation | undefined;
  readonly userId: string;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const { view, aside, unsent, conversation, userId, names } = props;
  const edit = useStore(unsent.edit);
  const outgoing = useStore(unsent.outgoing);
  const [atEnd, setAtEnd] = useState(true);
  const [jump, setJump] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const { messages, receipts } = view;
  const items: readonly (ChatMessage | Outgoing)[] = useMemo(
    () => (outgoing.length === 0 ? messages : [...messages, ...outgoing]),
    [messages, outgoing],
  );
  const readers = useMemo(() => readersByMessage(receipts), [receipts]);

  // Read is what somebody could see: at the end of the list, in a page that is shown.
  useEffect(() => {
    const seen = document.visibilityState === "visible" && field.current?.checkVisibility();
    if (atEnd && seen) conversation?.markRead();
  }, [atEnd, messages, conversation, aside]);

  const toComposer = (): void => field.current?.focus();
  const endEdit = (): void => {
    const { activeElement, body } = document;
    const pane = field.current?.closest(".pane");
    // The focus stays on the other side if it has moved there meanwhile.
    if (activeElement === body || pane?.contains(activeElement)) toComposer();
    unsent.edit.set(undefined);
  };
  const renderMessage = (message: ChatMessage, index: number): JSX.Element => (
    <Message
      message={message}
      previous={messages[index - 1]}
      userId={userId}
      names={names}
      readers={readers.get(message.id) ?? []}
      edit={edit?.id === message.id ? edit.text : undefined}
      image={(id) => conversation!.image(id)}
      onEdit={(text) => unsent.edit.set({ id: message.id, text })}
      onCancel={endEdit}
      onSave={() => {
        void attempt(() => conversation!.edit(message, edit!.text)).then((ok) => {
          if (ok && unsent.edit.value?.id === message.id) endEdit();
        });
      }}
      onRemove={() => {
        toComposer();
        void attempt(() => conversation!.remove(message));
      }}
    />
  );
  const editLast = (): void => {
    const last = messages.findLast((one) => one.deletedOn === undefined && isOwn(one, userId));
    if (last === undefined) return;
    // An editor takes the focus that nothing else has.
    field.current?.blur();
    unsent.edit.set({ id: last.id, text: textOf(last) });
  };
  return (
    <>
      <div class="messages">
        {view.status === "loading" ? (
          <p class="loading" role="status">
            Loading…
          </p>
        ) : view.status === "failed" ? (
          <div class="empty" role="alert">
            <h2>The messages could not be read</h2>
            <p>{view.problem}</p>
            <Button
              onClick={() => {
                toComposer();
                conversation?.reload();
              }}
            >
              Try again
            </Button>
          </div>
        ) : (
          <VirtualList
            items={items}
            keyOf={keyOf}
            estimate={56}
            end="bottom"
            label={`Messages as ${nameOf(names, userId)} sees them`}
            jump={jump}
            onAtEnd={setAtEnd}
            onFarEnd={view.hasOlder ? conversation?.loadOlder : undefined}
            render={(item, index) =>
              "key" in item ? (
                <OutgoingMessage
                  item={item}
                  onRetry={() => {
                    toComposer();
                    conversation?.retry(item);
                  }}
                  onDiscard={() => {
                    toComposer();
                    conversation?.discard(item);
                  }}
                />
              ) : (
                renderMessage(item, index)
              )
            }
          />
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
        {typingText(view.typing, names)}
      </p>
      <Composer
        userId={userId}
        name={nameOf(names, userId)}
        field={field}
        draft={unsent.draft}
        onSend={
          conversation &&
          (({ text, html, files }) => {
            conversation.send(text, html ? "html" : "text", files);
            unsent.draft.set({ ...NO_DRAFT, html });
            setJump(jump + 1);
          })
        }
        onTyping={() => conversation?.typing()}
        onEditLast={editLast}
      />
    </>
  );
}

function OutgoingMessage(props: {
  readonly item: Outgoing;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}): JSX.Element {
  const { item, onRetry, onDiscard } = props;
  return (
    <article class="message mine" aria-label="Message on its way">
      <div class="message-main">
        <div class="bubble pending" dir="auto">
          {item.content || item.files.map(({ name }) => name).join(", ")}
        </div>
        {item.problem === undefined ? (
          <p class="state">Sending…</p>
        ) : (
          <p class="state problem" role="alert">
            Not sent. {item.problem}
            <Button onClick={onRetry}>Try again</Button>
            <Button onClick={onDiscard}>Discard</Button>
          </p>
        )}
      </div>
    </article>
  );
}

const keyOf = (item: ChatMessage | Outgoing): string => ("key" in item ? item.key : item.id);

const isOwn = ({ sender }: ChatMessage, userId: string): boolean =>
  sender !== undefined && rawIdOf(sender) === userId;

function readersByMessage(receipts: ReadonlyMap<string, string>): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const [user, message] of receipts) {
    readers.set(message, [...(readers.get(message) ?? []), user]);
  }
  return readers;
}

function typingText(
  typing: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): string {
  const who = [...typing.keys()].map((id) => nameOf(names, id));
  if (who.length === 0) return "";
  return `${who.join(", ")} ${who.length === 1 ? "is" : "are"} typing…`;
}
