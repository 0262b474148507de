import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import { storeLimits } from "../limits.ts";

/** Tells the service how far the user has read: forwards only, and no more often than it allows. */
export interface ReceiptSender {
  send(messageId: number): void;
  /** Sends what waits: the connection is back. */
  resume(): void;
}

export function createReceiptSender(
  { timers, link, abortSignal, report }: StoreContext,
  client: StoreThreadClient,
): ReceiptSender {
  let wanted = 0;
  let sent = 0;
  let resting = false;
  /** Whether to look again after the rest. What failed waits for the next receipt, or for the next connection. */
  let again = false;

  const sendNext = async (): Promise<void> => {
    again = resting;
    if (resting || wanted <= sent || link.lost) return;
    resting = true;
    const messageId = wanted;
    try {
      await client.sendReadReceipt({ chatMessageId: String(messageId) }, { abortSignal });
      sent = messageId;
    } catch (error) {
      report(error);
    }
    timers.after(storeLimits.receiptIntervalInMs, () => {
      resting = false;
      if (again) void sendNext();
    });
  };
  return {
    send(messageId) {
      wanted = Math.max(wanted, messageId);
      void sendNext();
    },
    resume: () => void sendNext(),
  };
}
