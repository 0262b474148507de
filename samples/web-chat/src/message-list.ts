import type { ChatMessage } from "@acs-chat/client";
import { idOf } from "./chat.ts";
import { renderMessage } from "./message.ts";

/** The messages on the page, oldest first. However many there are, few of them are in the document. */
export interface MessageList {
  /** Shows the messages as they are now. */
  show(messages: readonly ChatMessage[]): void;
  /** Shows up to where somebody has read. */
  markRead(userId: string, messageId: string): void;
  /** Goes to the newest message, and stays there. */
  toEnd(): void;
}

/** What a list needs. */
export interface MessageListOptions {
  /** Who looks. */
  readonly userId: string;
  readonly image: (id: string) => Promise<string>;
  /** The upper end of what is known came near: reads more. Tells whether there may be still more. */
  readonly onTop: () => Promise<boolean>;
  /** Told whether the newest message is in sight. */
  readonly onEnd: (atEnd: boolean) => void;
}

/** So many messages are in the document, around what is looked at. */
const WINDOW = 120;
/** Pixels to either end of the window at which it is moved. */
const NEAR = 800;

/** Fills a list element that scrolls. */
export function createMessageList(element: HTMLElement, options: MessageListOptions): MessageList {
  const { userId, image, onTop, onEnd } = options;
  const readUpTo = new Map<string, string>();
  const nodes = new Map<string, { readonly version: string; readonly node: HTMLElement }>();
  let messages: readonly ChatMessage[] = [];
  /** The window: messages from here on, up to the other. */
  let from = 0;
  let to = 0;
  let atEnd = true;
  let asking = false;

  /** The message at the upper edge of what is seen, and where it is: it is to stay there. */
  const anchor = (): { readonly id: string; readonly top: number } | undefined => {
    const edge = element.getBoundingClientRect().top;
    for (const { id } of messages.slice(from, to)) {
      const box = nodes.get(id)?.node.getBoundingClientRect();
      if (box && box.bottom > edge) return { id, top: box.top };
    }
    return undefined;
  };
  const nodeOf = (message: ChatMessage): HTMLElement => {
    const known = nodes.get(message.id);
    if (known?.version === message.version) return known.node;
    const node = renderMessage(message, userId, image);
    known?.node.replaceWith(node);
    node.dataset["id"] = message.id;
    nodes.set(message.id, { version: message.version, node });
    return node;
  };
  /** Marks the newest own message that somebody has read. */
  const showRead = (): void => {
    const upTo = Math.max(...[...readUpTo.values()].map(Number));
    const own = element.querySelectorAll<HTMLElement>(":scope > .own");
    const newest = [...own].findLast(({ dataset }) => Number(dataset["id"]) <= upTo);
    for (const node of own) {
      const mark = node.querySelector(".read")!;
      const wanted = node === newest ? "Read" : "";
      if (mark.textContent !== wanted) mark.textContent = wanted;
    }
  };
  /** Puts those messages into the document that are around the anchor, or at the end. */
  const place = (next: readonly ChatMessage[]): void => {
    const fixed = atEnd ? undefined : anchor();
    messages = next;
    const middle = messages.findIndex(({ id }) => id === fixed?.id);
    to = middle < 0 ? messages.length : Math.min(messages.length, middle + WINDOW / 2);
    from = Math.max(0, to - WINDOW);
    const wanted = messages.slice(from, to);
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, { node }] of nodes) {
      if (ids.has(id)) continue;
      node.remove();
      nodes.delete(id);
    }
    let before: Element | null = element.firstElementChild;
    for (const [index, message] of wanted.entries()) {
      const own = nodes.get(message.id)?.node === before;
      const node = nodeOf(message);
      node.ariaPosInSet = String(from + index + 1);
      node.ariaSetSize = String(messages.length);
      if (own) before = node.nextElementSibling;
      else element.insertBefore(node, before);
    }
    showRead();
    const kept = fixed && nodes.get(fixed.id)?.node.getBoundingClientRect().top;
    if (fixed === undefined || kept === undefined) element.scrollTop = element.scrollHeight;
    else element.scrollTop += kept - fixed.top;
  };
  /** Asks for older messages as long as the upper end is in reach. */
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
  // Whoever is at the end stays there when the window gets another size.
  new ResizeObserver(() => {
    if (atEnd) element.scrollTop = element.scrollHeight;
  }).observe(element);
  return {
    show(next) {
      place(next);
      ask();
    },
    markRead(reader, messageId) {
      readUpTo.set(reader, messageId);
      showRead();
    },
    toEnd() {
      atEnd = true;
      onEnd(true);
      place(messages);
    },
  };
}

/** The newest message of somebody else: what can be marked as read. */
export const newestOfOthers = (
  messages: readonly ChatMessage[],
  userId: string,
): string | undefined =>
  messages.findLast(({ sender }) => sender !== undefined && idOf(sender) !== userId)?.id;
