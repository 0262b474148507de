// Limits of the chat service. Source: the "Service limits for Azure Communication Services" page of Microsoft's
// documentation, read on 2025-06-30, unless a comment names another source.

// The client checks these limits. They are separate constants so that a bundle contains only those that it uses. Their
// types and a test keep them equal to `chatLimits`.
type Limits = typeof chatLimits;
export const messageContentBytes: Limits["messageContentBytes"] = 28 * 1024;
export const participantsPerCall: Limits["participantsPerCall"] = 200;
export const minRetentionDays: Limits["retentionDays"]["min"] = 30;
export const maxRetentionDays: Limits["retentionDays"]["max"] = 90;
export const typingIntervalInMs: Limits["typingIntervalInMs"] = 8000;

/** The limits of the chat service, from Microsoft's documentation as of 2025-06-30. */
export const chatLimits = {
  /** The maximum size of a message's content in bytes of UTF-8. */
  messageContentBytes: 28 * 1024,
  /** The maximum number of participants in one request to create a thread or to add participants. */
  participantsPerCall: 200,
  /** The maximum number of participants in a thread. The client does not check it. */
  participantsPerThread: 250,
  /** The minimum and maximum number of days after which a retention policy deletes a thread. */
  retentionDays: { min: 30, max: 90 },
  /** The maximum number of messages on a page. The service reduces larger numbers. */
  messagesPerPage: 200,
  /** The minimum time between two typing notifications in milliseconds. Source: Microsoft's clients. */
  typingIntervalInMs: 8000,
} as const;
