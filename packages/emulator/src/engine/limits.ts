import type { OperationName } from "../spec/operations.ts";

/** The month in which the numbers below were read. */
export const LIMITS_READ_ON = "2025-06";

/**
 * The limits of the service, as documented on
 * https://learn.microsoft.com/azure/communication-services/concepts/service-limits. This file is
 * the only place where the emulator keeps them, because they change.
 */
export const LIMITS = {
  /** The maximum number of participants in a thread. */
  participantsPerThread: 250,
  /** The maximum number of participants in one request. */
  participantsPerCall: 200,
  /** The maximum number of messages on a page. A larger page size is reduced to this. */
  messagesPerPage: 200,
  /** The maximum size of a message's content, in bytes of UTF-8. */
  messageBytes: 28 * 1024,
  /** The maximum size of the metadata of a thread or participant: all keys and values, in bytes of UTF-8. */
  metadataBytes: 1024,
  /** Range of a retention policy, in days. */
  retentionDays: { least: 30, most: 90 },
  /** In larger threads the service stores no read receipts and sends no typing notifications. */
  receiptsAndTypingParticipants: 20,
  /** Lifetime of a token, in minutes. */
  tokenMinutes: { least: 60, most: 1440, default: 1440 },
} as const;

/** The callers and threads that a rate limit counts separately. */
export type RateScope = "user" | "thread" | "userAndThread" | "resource";

/** At most `count` requests in any period of `seconds`, per scope. */
export interface RateLimit {
  readonly scope: RateScope;
  readonly count: number;
  readonly seconds: number;
}

const limit = (scope: RateScope, count: number, seconds: number): RateLimit => ({
  scope,
  count,
  seconds,
});

const participants = [limit("thread", 10, 10), limit("thread", 30, 60)];
const messages = [limit("thread", 10, 10), limit("thread", 30, 60)];
const threads = [limit("user", 50, 10)];

/**
 * The rate limits, each for operations that are counted together. Throttled requests count as well.
 * Same source and date as above.
 */
export const RATE_LIMITS: readonly {
  readonly operations: readonly OperationName[];
  readonly limits: readonly RateLimit[];
}[] = [
  {
    operations: ["createChatThread"],
    limits: [limit("user", 10, 10), limit("resource", 3000, 60)],
  },
  { operations: ["deleteChatThread"], limits: [limit("user", 10, 10)] },
  { operations: ["updateChatThreadProperties"], limits: [limit("thread", 5, 10)] },
  { operations: ["addChatParticipants", "removeChatParticipant"], limits: participants },
  { operations: ["getChatThreadProperties", "listChatThreads"], limits: threads },
  {
    operations: ["getChatMessage"],
    limits: [limit("userAndThread", 50, 10), limit("thread", 250, 10)],
  },
  {
    operations: ["listChatMessages"],
    limits: [
      limit("userAndThread", 50, 10),
      limit("userAndThread", 200, 60),
      limit("thread", 250, 10),
      limit("thread", 400, 60),
    ],
  },
  {
    operations: ["listChatReadReceipts"],
    limits: [limit("userAndThread", 5, 10), limit("thread", 100, 10)],
  },
  {
    operations: ["listChatParticipants"],
    limits: [limit("userAndThread", 10, 10), limit("thread", 250, 10)],
  },
  {
    operations: ["sendChatMessage", "updateChatMessage", "deleteChatMessage"],
    limits: messages,
  },
  {
    operations: ["sendChatReadReceipt"],
    limits: [limit("userAndThread", 10, 10), limit("userAndThread", 30, 60)],
  },
  {
    operations: ["sendTypingNotification"],
    limits: [
      limit("userAndThread", 5, 10),
      limit("userAndThread", 15, 60),
      limit("thread", 10, 10),
      limit("thread", 30, 60),
    ],
  },
  { operations: ["identity.create"], limits: [limit("resource", 1000, 30)] },
  { operations: ["identity.issueAccessToken"], limits: [limit("resource", 1000, 30)] },
  {
    operations: ["identity.delete", "identity.revokeAccessTokens"],
    limits: [limit("resource", 500, 30)],
  },
];
