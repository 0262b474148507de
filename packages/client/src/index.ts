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
export type * from "./models.ts";
export type * from "./options.ts";
export type { ChatPage, ChatPagedIterator } from "./paging.ts";
export type * from "./realtime/events.ts";
export { RealtimeError, type RealtimeErrorCode } from "./realtime/realtime-error.ts";
export type * from "./realtime/transport.ts";
export type * from "./requests.ts";
export type { ChatRetryEvent } from "./retry/retry-event.ts";
export { sendIdKey } from "./send-id-key.ts";
