// Modules that hold only types are exported by `export *`: TypeScript before 5.0 cannot read `export type *`.
export { ChatClient } from "./chat-client.ts";
export { ChatThreadClient } from "./chat-thread-client.ts";
export { ChatArgumentError } from "./errors/chat-argument-error.ts";
export {
  ChatServiceError,
  type ChatServiceErrorOptions,
  isChatServiceError,
} from "./errors/chat-service-error.ts";
export { throwIfInvalidParticipants } from "./errors/invalid-participants.ts";
export { chatLimits } from "./limits.ts";
export type { ImageStream } from "./images.ts";
export * from "./models.ts";
export * from "./options.ts";
export type { ChatPage, ChatPagedIterator } from "./paging.ts";
export * from "./realtime/events.ts";
export { RealtimeError, type RealtimeErrorCode } from "./realtime/realtime-error.ts";
export * from "./realtime/transport.ts";
export * from "./requests.ts";
export type { ChatRetryEvent } from "./retry/retry-event.ts";
export { sendIdKey } from "./send-id-key.ts";
