import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import { storeLimits } from "../limits.ts";

/** Sends read receipts: never backwards, and at most as often as the service allows. */
export interface ReceiptSender {
  send(messageId: number): void;
  /** Sends the waiting receipt after the connection is restored. */
  resume(): void;
}

export function createReceiptSender(
  { timers, link, abortSignal, report }: StoreContext,
  client: StoreThreadClient,
): ReceiptSender {
  let wanted = 0;
  let sent = 0;
  let resting = false;
  /** Whether to check again after the interval. A failed receipt is sent with the next one, or after a reconnection. */
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
