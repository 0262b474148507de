/**
 * Limits typing notifications to one per interval. Only a notification that reached the service counts: after a
 * failure, the next one can be sent at once. While a notification is being sent, no other is sent.
 */
export interface TypingGate {
  /** Runs `send` and resolves with `true`. If it is too early, resolves with `false` without running `send`. */
  pass(send: () => Promise<unknown>): Promise<boolean>;
  /** Allows the next notification at once. Called when a message is sent, because a message ends the typing. */
  reset(): void;
}

/**
 * Creates a typing gate.
 *
 * @param now - The clock: returns milliseconds since any fixed point in time.
 */
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
