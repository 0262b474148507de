const PREFIX = "Microsoft.Communication.";

/** The chat events that Event Grid knows, with the names that `@azure/eventgrid` gives them. */
export const CHAT_EVENT_TYPES = [
  // One event for each participant but the one who caused it.
  "Microsoft.Communication.ChatMessageReceived",
  "Microsoft.Communication.ChatMessageEdited",
  "Microsoft.Communication.ChatMessageDeleted",
  "Microsoft.Communication.ChatThreadCreatedWithUser",
  "Microsoft.Communication.ChatThreadWithUserDeleted",
  "Microsoft.Communication.ChatThreadPropertiesUpdatedPerUser",
  "Microsoft.Communication.ChatParticipantAddedToThreadWithUser",
  "Microsoft.Communication.ChatParticipantRemovedFromThreadWithUser",
  // One event for the thread.
  "Microsoft.Communication.ChatMessageReceivedInThread",
  "Microsoft.Communication.ChatMessageEditedInThread",
  "Microsoft.Communication.ChatMessageDeletedInThread",
  "Microsoft.Communication.ChatThreadCreated",
  "Microsoft.Communication.ChatThreadDeleted",
  "Microsoft.Communication.ChatThreadPropertiesUpdated",
  "Microsoft.Communication.ChatThreadParticipantAdded",
  "Microsoft.Communication.ChatThreadParticipantRemoved",
  "Microsoft.Communication.ChatTypingIndicatorReceivedInThread",
  // Nothing in the emulator causes it: `publish` sends it.
  "Microsoft.Communication.ChatAzureBotCommandReceivedInThread",
] as const;

/** A chat event of Event Grid. */
export type ChatEventType = (typeof CHAT_EVENT_TYPES)[number];

/** The event type without its prefix, such as `ChatMessageReceived`. */
export type ShortEventType = ChatEventType extends `${typeof PREFIX}${infer Short}` ? Short : never;

/** The whole name of an event type. */
export const eventType = (short: ShortEventType): ChatEventType =>
  `${PREFIX}${short}` as ChatEventType;
