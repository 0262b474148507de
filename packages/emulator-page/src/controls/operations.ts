import type { OperationName } from "@acs-chat/emulator";

/** The operation names that a fault can select. */
export const OPERATIONS = [
  "createChatThread",
  "listChatThreads",
  "deleteChatThread",
  "getChatThreadProperties",
  "updateChatThreadProperties",
  "sendChatMessage",
  "listChatMessages",
  "getChatMessage",
  "updateChatMessage",
  "deleteChatMessage",
  "listChatParticipants",
  "addChatParticipants",
  "removeChatParticipant",
  "sendTypingNotification",
  "sendChatReadReceipt",
  "listChatReadReceipts",
  "uploadChatImage",
  "getChatImage",
  "deleteChatImage",
  "identity.create",
  "identity.issueAccessToken",
  "identity.revokeAccessTokens",
  "identity.delete",
] as const satisfies readonly OperationName[];
