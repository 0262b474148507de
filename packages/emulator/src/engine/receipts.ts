import {
  type Caller,
  type Engine,
  requireParticipant,
  requireReader,
  requireThread,
} from "./engine.ts";
import { LIMITS } from "./limits.ts";
import { getMessage } from "./messages.ts";
import type { ReceiptRecord } from "./records.ts";
import { TYPING_REACHES_SENDER } from "./unverified.ts";

const tooManyForReceipts = (engine: Engine, threadId: string): boolean =>
  engine.strictness !== "loose" &&
  engine.store.countParticipants(threadId) > LIMITS.receiptsAndTypingParticipants;

/**
 * Marks the messages up to one as read by the caller, and replaces an earlier receipt. In a thread
 * of more than 20 participants the receipt is accepted and discarded, as the service does.
 */
export function sendReceipt(
  engine: Engine,
  caller: Caller,
  threadId: string,
  messageId: number,
): void {
  requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  getMessage(engine, caller, threadId, messageId);
  if (tooManyForReceipts(engine, threadId)) return;
  const readOn = engine.clock.now();
  engine.store.transaction(() => {
    engine.store.putReceipt({ threadId, userId: caller.userId, messageId, readOn });
  });
  engine.emit(threadId, {
    type: "readReceiptReceived",
    senderId: caller.userId,
    messageId,
    readOn,
  });
}

/**
 * Lists the receipts of a thread, one per user; none in threads of more than 20 participants. Users
 * who were removed do not see receipts for later messages.
 */
export function listReceipts(
  engine: Engine,
  caller: Caller,
  threadId: string,
  slice: { skip: number; limit: number },
): ReceiptRecord[] {
  requireThread(engine, threadId);
  const { removedAtVersion } = requireReader(engine, caller, threadId);
  if (tooManyForReceipts(engine, threadId)) return [];
  if (removedAtVersion === undefined) return engine.store.listReceipts(threadId, slice);
  const all = engine.store.listReceipts(threadId, { skip: 0, limit: Infinity });
  const seen = all.filter((one) => Math.max(one.messageId, one.readOn) <= removedAtVersion);
  return seen.slice(slice.skip, slice.skip + slice.limit);
}

/** Notifies the other participants that the caller is typing. Nothing is stored. */
export function sendTyping(
  engine: Engine,
  caller: Caller,
  threadId: string,
  senderDisplayName = "",
): void {
  requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  if (tooManyForReceipts(engine, threadId)) return;
  const receivedOn = engine.clock.now();
  const all = engine.store.listParticipants(threadId, { skip: 0, limit: Infinity });
  const recipients = all
    .map((one) => one.userId)
    .filter((id) => TYPING_REACHES_SENDER || id !== caller.userId);
  engine.emit(
    threadId,
    {
      type: "typingIndicatorReceived",
      senderId: caller.userId,
      senderDisplayName,
      receivedOn,
      version: receivedOn,
    },
    recipients,
  );
}
