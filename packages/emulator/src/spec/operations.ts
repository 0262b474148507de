/** All operations of the compiled specs by name; those of identity are prefixed with the service. */
export const OPERATIONS = [
  "createChatThread",
  "listChatThreads",
  "getChatThreadProperties",
  "updateChatThreadProperties",
  "deleteChatThread",
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
] as const;

/** The name of an operation. */
export type OperationName = (typeof OPERATIONS)[number];
