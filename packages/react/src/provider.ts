import type { ChatStore } from "@acs-chat/store";
import { createContext, createElement, type ReactElement, type ReactNode, useContext } from "react";

const StoreContext = createContext<ChatStore | undefined>(undefined);

/** What `ChatProvider` takes. */
export interface ChatProviderProps {
  /** The store; whoever creates it starts and disposes it. */
  readonly store: ChatStore;
  readonly children?: ReactNode;
}

/** Gives a store to the hooks of the components below. */
export function ChatProvider({ store, children }: ChatProviderProps): ReactElement {
  return createElement(StoreContext.Provider, { value: store }, children);
}

/** Returns the store of the nearest `ChatProvider`. Throws if there is none. */
export function useChatStore(): ChatStore {
  const store = useContext(StoreContext);
  if (store) return store;
  throw new Error("A chat hook was called outside of <ChatProvider>: wrap the components in it.");
}
