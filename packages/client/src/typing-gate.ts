/**
 * Lets one typing notification through in an interval. Only one that reached the service counts: after
 * a failure the next may go at once. While one is on its way no other is let through.
 */
export interface TypingGate {
  /** Runs the send, unless it is too early: then gives `false` without running it. */
  pass(send: () => Promise<unknown>): Promise<boolean>;
  /** Lets the next one through: a message was sent, which ends the typing. */
  reset(): void;
}

/** @param now - milliseconds of any clock */
export function createTypingGate(intervalInMs: number, now: () => number): TypingGate {
  let sentAt: number | undefined;
  let sending = false;
  return {
    async pass(send) {
      const at = now();
      if (sending || (sentAt !== undefined && at - sentAt < intervalInMs)) return false;
      sending = true;
      try {
        await send();
        sentAt = at;
        return true;
      } finally {
        sending = false;
      }
    },
    reset() {
      sentAt = undefined;
    },
  };
}
