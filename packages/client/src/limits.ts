// The numbers of the chat service that this package acts on. They change now and then, which is why
// they stand in this one file: read on 2025-06-30 from the "Service limits for Azure Communication
// Services" page of Microsoft's documentation, except where a line says otherwise.
// Each has a name of its own, so that a bundle holds only those that are used.

export const messageContentBytes = 28 * 1024;
export const participantsPerCall = 200;
const participantsPerThread = 250;
export const minRetentionDays = 30;
export const maxRetentionDays = 90;
const messagesPerPage = 200;
export const typingIntervalInMs = 8000;

/** The numbers of the chat service that this package acts on. */
export const chatLimits = {
  /** Bytes of a message's content, as UTF-8. */
  messageContentBytes,
  /** Participants in one create or one add call. */
  participantsPerCall,
  /** Participants in a thread. Not checked here: only the service knows who is in a thread. */
  participantsPerThread,
  /** Days after which a thread may be deleted by its retention policy. */
  retentionDays: { min: minRetentionDays, max: maxRetentionDays },
  /** Messages on one page at most; the service lowers larger numbers. */
  messagesPerPage,
  /** Milliseconds between two typing notifications (the interval of Microsoft's own clients). */
  typingIntervalInMs,
} as const;
