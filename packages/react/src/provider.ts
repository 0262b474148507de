import type { ChatStore } from "@acs-chat/store";
import { createContext, createElement, type ReactElement, type ReactNode, useContext } from "react";

const StoreContext = createContext<ChatStore | undefined>(undefined);

/** The props of `ChatProvider`. */
export interface ChatProviderProps {
  /** The store. The code that creates it also starts and disposes it. */
  readonly store: ChatStore;
  readonly children?: ReactNode;
}

/** Provides a store to the hooks of the components inside. */
export function ChatProvider({ store, children }: ChatProviderProps): ReactElement {
  return createElement(StoreContext.Provider, { value: store }, children);
}

/** Returns the store of the nearest `ChatProvider`. Throws if there is none. */
export function useChatStore(): ChatStore {
  const store = useContext(StoreContext);
  if (store) return store;
  throw new Error(
    "A chat hook was called outside of <ChatProvider>. Wrap the components in <ChatProvider>.",
  );
}
