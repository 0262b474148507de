/**
 * An emulator of Azure Communication Services Chat.
 * @example
 * import { startEmulator } from "@acs-chat/emulator";
 *
 * await using emulator = await startEmulator();
 * const alice = await emulator.createUser();
 * @module
 */
export { startEmulator } from "./emulator/start.ts";
export type {
  Emulator,
  EmulatorAddresses,
  EmulatorControl,
  EmulatorUser,
  Health,
  TokenOptions,
  UserOptions,
} from "./emulator/emulator.ts";
export type { EmulatorOptions, HttpsOptions } from "./emulator/options.ts";
export type { SeedResult } from "./emulator/seed.ts";
export type { Seed, SeedParticipant } from "./emulator/seed-schema.ts";
export type { Snapshot } from "./emulator/snapshot.ts";
export type { EmulatorClock } from "./engine/clock.ts";
export type { Engine, Strictness } from "./engine/engine.ts";
export { ServiceError } from "./engine/errors.ts";
export type { DomainEvent, DomainEventListener, StreamingMetadata } from "./engine/events.ts";
export type { RandomBytes } from "./engine/ids.ts";
export type {
  AttachmentRecord,
  IdentityRecord,
  MentionedParticipant,
  MessageRecord,
  ParticipantRecord,
  ReceiptRecord,
  RepeatableRecord,
  StateDump,
  ThreadRecord,
} from "./engine/records.ts";
export type { Cloud } from "./engine/identifiers.ts";
export type { UserKind } from "./engine/user-ids.ts";
export type { ChatControl } from "./control/chat.ts";
export type {
  FileToSend,
  ImageToSend,
  MessageToSend,
  MessageUpdate,
  ParticipantRemoval,
  ParticipantToAdd,
  ReceiptToSend,
  TypingToSend,
} from "./control/chat-input.ts";
export type { Fault, FaultAction, Faults } from "./control/faults.ts";
export type { RequestLog, RequestLogEntry, RequestLogFilter } from "./control/request-log.ts";
export type { ConnectionWish, LossWish, RealtimeControl } from "./realtime/control.ts";
export type { RealtimeFaults } from "./realtime/faults.ts";
export type { HubStatus } from "./realtime/hub.ts";
export type { OperationName } from "./spec/operations.ts";
export type { EventGridControl, PublishedEvent } from "./event-grid/event-grid.ts";
export type { EventSubscription } from "./event-grid/subscriber.ts";
export type { EventSubscriptionOptions } from "./event-grid/subscription.ts";
export type { DeadLetterReason, DeliveryAttempt, EventDelivery } from "./event-grid/delivery.ts";
export type { ChatEventType } from "./event-grid/event-types.ts";
export type { EventSchema, GridEvent } from "./event-grid/envelopes.ts";
export { StorageError } from "./store/sqlite/storage-error.ts";
export type { IssuedToken } from "./tokens/authenticate.ts";
