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

/** Returns the list of threads, or the part that `select` returns. */
export function useThreads<S = ThreadsSnapshot>(select?: Selector<ThreadsSnapshot, S>): S {
  return useSlice(useChatStore().threads, select);
}

/** Returns a thread, and loads it. If loading fails, the thread's `state` has the error. */
export function useThread(threadId: string): StoreThread {
  const thread = useChatStore().thread(threadId);
  useEffect(() => {
    thread.load().catch(() => {});
  }, [thread]);
  return thread;
}

/** Returns the messages of a thread, or the part that `select` returns, and loads the thread. */
export function useMessages<S = MessagesSnapshot>(
  threadId: string,
  select?: Selector<MessagesSnapshot, S>,
): S {
  return useSlice(useThread(threadId).messages, select);
}

/** Functions for the messages that the user sends. */
export interface Sending {
  readonly send: (message: string | OutgoingMessage) => string;
  readonly retry: (key: string) => void;
  readonly discard: (key: string) => void;
}

/** Returns functions that send messages to a thread: the same functions on each render. */
export function useSend(threadId: string): Sending {
  return useChatStore().thread(threadId);
}

/** The users who are typing, and a function that notifies others that this user is typing. */
export interface TypingOfThread {
  readonly typists: readonly Typist[];
  /** Call it with every keystroke. It sends at most one notification every 8 seconds. */
  readonly notifyTyping: () => void;
}

/** Returns the users who are typing in a thread, and `notifyTyping`. */
export function useTyping(threadId: string): TypingOfThread {
  const { typing, notifyTyping } = useChatStore().thread(threadId);
  return { typists: useSlice(typing), notifyTyping };
}

/** Returns the receipts of a thread, one per reader, or the part that `select` returns. */
export function useReceipts<S = readonly StoreReceipt[]>(
  threadId: string,
  select?: Selector<readonly StoreReceipt[], S>,
): S {
  return useSlice(useChatStore().thread(threadId).receipts, select);
}

/** Returns the state of the connection, or the part that `select` returns. */
export function useConnection<S = ConnectionState>(select?: Selector<ConnectionState, S>): S {
  return useSlice(useChatStore().connection, select);
}
