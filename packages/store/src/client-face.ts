import type { ChatClient, ChatThreadClient } from "@acs-chat/client";

/** The part of `ChatThreadClient` that the store calls. */
export type StoreThreadClient = Pick<
  ChatThreadClient,
  | "deleteMessage"
  | "getMessage"
  | "getProperties"
  | "listMessages"
  | "listParticipants"
  | "listReadReceipts"
  | "sendMessage"
  | "sendReadReceipt"
  | "sendTypingNotification"
  | "updateMessage"
>;

/** The part of `ChatClient` that the store calls. A wrapper or a test double can implement it. */
export type StoreClient = Pick<
  ChatClient,
  | "listChatThreads"
  | "off"
  | "on"
  | "startRealtimeNotifications"
  | "state"
  | "stopRealtimeNotifications"
> & { getChatThreadClient(threadId: string): StoreThreadClient };
