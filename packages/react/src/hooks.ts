import type {
  ConnectionState,
  MessagesSnapshot,
  OutgoingMessage,
  StoreReceipt,
  StoreThread,
  ThreadsSnapshot,
  Typist,
} from "@acs-chat/store";
import { useEffect } from "react";
import { useChatStore } from "./provider.ts";
import { type Selector, useSlice } from "./use-slice.ts";

/** Returns the list of threads, or what `select` chooses of it. */
export function useThreads<S = ThreadsSnapshot>(select?: Selector<ThreadsSnapshot, S>): S {
  return useSlice(useChatStore().threads, select);
}

/** Returns a thread, and loads it. A load that fails is told in the thread's `state`. */
export function useThread(threadId: string): StoreThread {
  const thread = useChatStore().thread(threadId);
  useEffect(() => {
    thread.load().catch(() => {});
  }, [thread]);
  return thread;
}

/** Returns the messages of a thread, or what `select` chooses of them, and loads the thread. */
export function useMessages<S = MessagesSnapshot>(
  threadId: string,
  select?: Selector<MessagesSnapshot, S>,
): S {
  return useSlice(useThread(threadId).messages, select);
}

/** What can be done with the messages that a user sends. */
export interface Sending {
  readonly send: (message: string | OutgoingMessage) => string;
  readonly retry: (key: string) => void;
  readonly discard: (key: string) => void;
}

/** Returns what sends messages to a thread: the same functions on each render. */
export function useSend(threadId: string): Sending {
  return useChatStore().thread(threadId);
}

/** Who is typing, and what tells the others that the user is. */
export interface TypingOfThread {
  readonly typists: readonly Typist[];
  /** Call it with every keystroke: it sends a notification every 8 seconds at most. */
  readonly notifyTyping: () => void;
}

/** Returns who is typing in a thread. */
export function useTyping(threadId: string): TypingOfThread {
  const { typing, notifyTyping } = useChatStore().thread(threadId);
  return { typists: useSlice(typing), notifyTyping };
}

/** Returns the receipts of a thread, one per reader, or what `select` chooses of them. */
export function useReceipts<S = readonly StoreReceipt[]>(
  threadId: string,
  select?: Selector<readonly StoreReceipt[], S>,
): S {
  return useSlice(useChatStore().thread(threadId).receipts, select);
}

/** Returns the state of the connection, or what `select` chooses of it. */
export function useConnection<S = ConnectionState>(select?: Selector<ConnectionState, S>): S {
  return useSlice(useChatStore().connection, select);
}
