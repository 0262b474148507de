import type { StoreMessage, StoreReceipt } from "@acs-chat/store";
import type { Chat } from "./chat.ts";
import { renderMessage } from "./message.ts";

/** A list of messages, oldest first, that renders at most 120 of them at a time. */
export interface MessageList {
  /** Replaces the messages. */
  show(messages: readonly StoreMessage[]): void;
  /** Shows which message the other participants have read up to. */
  showReceipts(receipts: readonly StoreReceipt[]): void;
  /** Scrolls to the newest message, and to new ones as they arrive. */
  toEnd(): void;
}

/** The options of a message list. */
export interface MessageListOptions {
  readonly chat: Pick<Chat, "image" | "retry" | "discard">;
  /** Called near the first loaded message, to load older ones. Returns whether there are more. */
  readonly onTop: () => Promise<boolean>;
  /** Called when the newest message becomes visible or hidden. */
  readonly onEnd: (atEnd: boolean) => void;
}

/** The number of rendered messages. */
const WINDOW = 120;
/** The distance from an end of the rendered messages at which others are rendered, in pixels. */
const NEAR = 800;

/** Renders messages into a scrollable list element. */
export function createMessageList(element: HTMLElement, options: MessageListOptions): MessageList {
  const { chat, onTop, onEnd } = options;
  let readUpTo = 0;
  const nodes = new Map<string, { readonly message: StoreMessage; readonly node: HTMLElement }>();
  let messages: readonly StoreMessage[] = [];
  /** The rendered messages: from index `from` up to, but not including, `to`. */
  let from = 0;
  let to = 0;
  let atEnd = true;
  let asking = false;

  /** Returns the topmost visible message and its position, which must not change. */
  const anchor = (): { readonly key: string; readonly top: number } | undefined => {
    const edge = element.getBoundingClientRect().top;
    for (const { key } of messages.slice(from, to)) {
      const box = nodes.get(key)?.node.getBoundingClientRect();
      if (box && box.bottom > edge) return { key, top: box.top };
    }
    return undefined;
  };
  const nodeOf = (message: StoreMessage): HTMLElement => {
    const known = nodes.get(message.key);
    // A message that did not change is the same object.
    if (known?.message === message) return known.node;
    const node = renderMessage(message, chat);
    known?.node.replaceWith(node);
    if (message.id !== undefined) node.dataset["id"] = message.id;
    nodes.set(message.key, { message, node });
    return node;
  };
  /** Marks the user's newest message that another participant has read. */
  const showRead = (): void => {
    const own = element.querySelectorAll<HTMLElement>(":scope > .own");
    const newest = [...own].findLast(({ dataset }) => Number(dataset["id"]) <= readUpTo);
    for (const node of own) {
      const mark = node.querySelector(".read")!;
      const wanted = node === newest ? "Read" : "";
      if (mark.textContent !== wanted) mark.textContent = wanted;
    }
  };
  /** Renders the messages around the topmost visible one, or the newest messages if the list is at its end. */
  const place = (next: readonly StoreMessage[]): void => {
    const fixed = atEnd ? undefined : anchor();
    messages = next;
    const middle = messages.findIndex(({ key }) => key === fixed?.key);
    to = middle < 0 ? messages.length : Math.min(messages.length, middle + WINDOW / 2);
    from = Math.max(0, to - WINDOW);
    const wanted = messages.slice(from, to);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { node }] of nodes) {
      if (keys.has(key)) continue;
      node.remove();
      nodes.delete(key);
    }
    let before: Element | null = element.firstElementChild;
    for (const [index, message] of wanted.entries()) {
      const own = nodes.get(message.key)?.node === before;
      const node = nodeOf(message);
      node.ariaPosInSet = String(from + index + 1);
      node.ariaSetSize = String(messages.length);
      if (own) before = node.nextElementSibling;
      else element.insertBefore(node, before);
    }
    showRead();
    const kept = fixed && nodes.get(fixed.key)?.node.getBoundingClientRect().top;
    if (fixed === undefined || kept === undefined) element.scrollTop = element.scrollHeight;
    else element.scrollTop += kept - fixed.top;
  };
  /** Loads older messages as long as the first loaded message is near. */
  const ask = (): void => {
    if (asking || from > 0 || element.scrollTop >= NEAR) return;
    asking = true;
    void onTop().then((more) => {
      asking = false;
      if (more) ask();
    });
  };
  const look = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    const below = scrollHeight - clientHeight - scrollTop;
    const end = to === messages.length && below < 40;
    if (end !== atEnd) onEnd(end);
    atEnd = end;
    if ((scrollTop < NEAR && from > 0) || (below < NEAR && to < messages.length)) place(messages);
    ask();
  };
  element.addEventListener("scroll", look);
  // Keeps the list scrolled to its end when the window is resized.
  new ResizeObserver(() => {
    if (atEnd) element.scrollTop = element.scrollHeight;
  }).observe(element);
  return {
    show(next) {
      place(next);
      ask();
    },
    showReceipts(receipts) {
      readUpTo = Math.max(0, ...receipts.map(({ chatMessageId }) => Number(chatMessageId)));
      showRead();
    },
    toEnd() {
      atEnd = true;
      onEnd(true);
      place(messages);
    },
  };
}

/** Returns the id of the newest message from another user, which can be marked as read. */
export const newestOfOthers = (messages: readonly StoreMessage[]): string | undefined =>
  messages.findLast(({ mine, senderId }) => !mine && senderId !== "")?.id;
