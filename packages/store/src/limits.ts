/**
 * Limits of the service that the store respects.
 * Source: https://learn.microsoft.com/azure/communication-services/concepts/service-limits, read in June 2025.
 */
export const storeLimits = {
  /** The most participants of a thread with read receipts and typing notifications. */
  participantsWithReceipts: 20,
  /** The minimum interval between read receipts of one user in one thread, in milliseconds: 30 per minute. */
  receiptIntervalInMs: 2000,
  /** The minimum interval between typing notifications of one user in one thread, in milliseconds: the limit is 15 per minute, the official client uses 8 seconds. */
  typingIntervalInMs: 8000,
} as const;
