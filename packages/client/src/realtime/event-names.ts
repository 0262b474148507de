import type { ChatEvents, RealtimeEvents } from "./events.ts";

/** The names of the events in threads. Does not compile if one is missing. */
export const chatEventNames = Object.keys({
  chatMessageReceived: true,
  chatMessageEdited: true,
  chatMessageDeleted: true,
  streamingChatMessageStarted: true,
  streamingChatMessageChunkReceived: true,
  typingIndicatorReceived: true,
  readReceiptReceived: true,
  chatThreadCreated: true,
  chatThreadPropertiesUpdated: true,
  chatThreadDeleted: true,
  participantsAdded: true,
  participantsRemoved: true,
} satisfies Record<keyof ChatEvents, true>) as readonly (keyof ChatEvents)[];

/** The names of all events that listeners can be registered for. */
export const realtimeEventNames = [
  ...chatEventNames,
  ...(Object.keys({
    realTimeNotificationConnected: true,
    realTimeNotificationDisconnected: true,
    stateChanged: true,
    resyncRequired: true,
    tokenExpired: true,
    error: true,
  } satisfies Record<Exclude<keyof RealtimeEvents, keyof ChatEvents>, true>) as Exclude<
    keyof RealtimeEvents,
    keyof ChatEvents
  >[]),
] as const;
