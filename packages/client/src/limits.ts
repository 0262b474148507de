// The numbers of the chat service that this package acts on. They change now and then, which is why
// they stand in this one file: read on 2025-06-30 from the "Service limits for Azure Communication
// Services" page of Microsoft's documentation, except where a line says otherwise.

// Those that are checked here, each by itself: a bundle then holds none that nothing asks for. Types and
// a test hold them to what stands below.
type Limits = typeof chatLimits;
export const messageContentBytes: Limits["messageContentBytes"] = 28 * 1024;
export const participantsPerCall: Limits["participantsPerCall"] = 200;
export const minRetentionDays: Limits["retentionDays"]["min"] = 30;
export const maxRetentionDays: Limits["retentionDays"]["max"] = 90;
export const typingIntervalInMs: Limits["typingIntervalInMs"] = 8000;

/** The numbers of the chat service that this package acts on, as Microsoft's documentation had them on 2025-06-30. */
export const chatLimits = {
  /** Bytes of a message's content, as UTF-8. */
  messageContentBytes: 28 * 1024,
  /** Participants in one create or one add call. */
  participantsPerCall: 200,
  /** Participants in a thread. Not checked here: only the service knows who is in a thread. */
  participantsPerThread: 250,
  /** Days after which a thread may be deleted by its retention policy. */
  retentionDays: { min: 30, max: 90 },
  /** Messages on one page at most; the service lowers larger numbers. */
  messagesPerPage: 200,
  /** Milliseconds between two typing notifications (the interval of Microsoft's own clients). */
  typingIntervalInMs: 8000,
} as const;
