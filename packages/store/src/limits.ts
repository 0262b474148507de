/**
 * Numbers of the service that the store keeps to.
 * Source: https://learn.microsoft.com/azure/communication-services/concepts/service-limits, read in June 2025.
 */
export const storeLimits = {
  /** Participants up to which a thread has read receipts and typing notifications. */
  participantsWithReceipts: 20,
  /** Milliseconds between two read receipts of one user in one thread: 30 per minute. */
  receiptIntervalInMs: 2000,
  /** Milliseconds between two typing notifications of one user in one thread: 15 per minute, and the official client's 8 seconds. */
  typingIntervalInMs: 8000,
} as const;
