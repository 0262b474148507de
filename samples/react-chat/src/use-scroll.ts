import type { StoreThread } from "@acs-chat/store";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** The scroll state of a list of messages. */
export interface Scroll {
  readonly list: RefObject<HTMLOListElement | null>;
  /** Whether the newest message is visible. */
  readonly isAtEnd: boolean;
  /** Scrolls to the newest message. */
  readonly toEnd: () => void;
}

/** The distance in pixels from an end of the list at which more messages are loaded. */
const near = 600;

/**
 * Keeps the reader's position. At the end of the list, new messages scroll into view. Elsewhere, the message at the
 * upper edge keeps its position when other messages are loaded. Loads older and newer messages near the ends, and
 * marks visible messages as read.
 */
export function useScroll(thread: StoreThread): Scroll {
  const list = useRef<HTMLOListElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  /** The message at the upper edge, and its distance from the edge. */
  const anchor = useRef<{ readonly key: string; readonly top: number }>(undefined);
  const sticks = useRef(true);
  /** The user's last sent message. The list scrolls to it once. */
  const written = useRef<string>(undefined);

  const look = useCallback(() => {
    const element = list.current!;
    const { items, hasOlder, hasNewer } = thread.messages.getSnapshot();
    const loading = thread.messages.loading.getSnapshot();
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    sticks.current = below < 40 && !hasNewer;
    setIsAtEnd(sticks.current);
    anchor.current = anchorOf(element);
    // After a failed load, the next scroll loads again.
    const load = (work: Promise<void>): void => void work.catch(() => {});
    if (element.scrollTop < near && hasOlder && !loading.older) load(thread.messages.loadOlder());
    if (below < near && hasNewer && !loading.newer) load(thread.messages.loadNewer());
    if (sticks.current && items.length > 0 && !document.hidden) thread.markRead();
  }, [thread]);

  const toEnd = useCallback(() => {
    const element = list.current!;
    const stick = (): void => {
      sticks.current = true;
      element.scrollTop = element.scrollHeight;
    };
    stick();
    // The store may have dropped the newest messages. The older ones stay visible until they are loaded.
    thread.messages.loadNewest().then(stick, () => {});
  }, [thread]);
  // Runs after each render, because receipts also change the height of the list.
  useLayoutEffect(() => {
    const element = list.current!;
    const last = thread.messages.getSnapshot().items.at(-1);
    if (last && last.status !== "sent" && last.key !== written.current) {
      written.current = last.key;
      toEnd();
    }
    const kept = anchor.current && element.querySelector(`[data-key="${anchor.current.key}"]`);
    if (sticks.current) element.scrollTop = element.scrollHeight;
    else if (kept) element.scrollTop += kept.getBoundingClientRect().top - anchor.current!.top;
    look();
  });

  useEffect(() => {
    const element = list.current!;
    // The height of the list can change without a new message, for example when an image loads.
    const resized = new ResizeObserver(() => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
    });
    resized.observe(element);
    const loaded = (): void => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
    };
    element.addEventListener("load", loaded, true);
    element.addEventListener("scroll", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      resized.disconnect();
      element.removeEventListener("load", loaded, true);
      element.removeEventListener("scroll", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [look]);

  return { list, isAtEnd, toEnd };
}

function anchorOf(list: HTMLElement): { readonly key: string; readonly top: number } | undefined {
  const edge = list.getBoundingClientRect().top;
  for (const element of list.querySelectorAll<HTMLElement>("[data-key]")) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { key: element.dataset["key"]!, top };
  }
  return undefined;
}
