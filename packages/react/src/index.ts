/** React hooks on `@acs-chat/store`. */
export {
  type Sending,
  type TypingOfThread,
  useConnection,
  useMessages,
  useReceipts,
  useSend,
  useThread,
  useThreads,
  useTyping,
} from "./hooks.ts";
export { ChatProvider, type ChatProviderProps, useChatStore } from "./provider.ts";
export { type Selector, useSlice } from "./use-slice.ts";
