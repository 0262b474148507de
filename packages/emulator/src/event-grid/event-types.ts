const PREFIX = "Microsoft.Communication.";

/** The chat events of Event Grid, named as in `@azure/eventgrid`. */
export const CHAT_EVENT_TYPES = [
  // Raised for each participant except the user who caused it.
  "Microsoft.Communication.ChatMessageReceived",
  "Microsoft.Communication.ChatMessageEdited",
  "Microsoft.Communication.ChatMessageDeleted",
  "Microsoft.Communication.ChatThreadCreatedWithUser",
  "Microsoft.Communication.ChatThreadWithUserDeleted",
  "Microsoft.Communication.ChatThreadPropertiesUpdatedPerUser",
  "Microsoft.Communication.ChatParticipantAddedToThreadWithUser",
  "Microsoft.Communication.ChatParticipantRemovedFromThreadWithUser",
  // Raised once for the thread.
  "Microsoft.Communication.ChatMessageReceivedInThread",
  "Microsoft.Communication.ChatMessageEditedInThread",
  "Microsoft.Communication.ChatMessageDeletedInThread",
  "Microsoft.Communication.ChatThreadCreated",
  "Microsoft.Communication.ChatThreadDeleted",
  "Microsoft.Communication.ChatThreadPropertiesUpdated",
  "Microsoft.Communication.ChatThreadParticipantAdded",
  "Microsoft.Communication.ChatThreadParticipantRemoved",
  "Microsoft.Communication.ChatTypingIndicatorReceivedInThread",
  // Not raised by the emulator; `publish` sends it.
  "Microsoft.Communication.ChatAzureBotCommandReceivedInThread",
] as const;

/** A chat event of Event Grid. */
export type ChatEventType = (typeof CHAT_EVENT_TYPES)[number];

/** The event type without its prefix, such as `ChatMessageReceived`. */
export type ShortEventType = ChatEventType extends `${typeof PREFIX}${infer Short}` ? Short : never;

/** Returns the full name of an event type. */
export const eventType = (short: ShortEventType): ChatEventType =>
  `${PREFIX}${short}` as ChatEventType;
