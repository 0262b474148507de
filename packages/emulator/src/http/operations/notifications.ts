import { listReceipts, sendReceipt, sendTyping } from "../../engine/receipts.ts";
import { receiptToWire } from "../wire.ts";
import { toMessageId } from "./messages.ts";
import { type Handler, threadIdOf } from "./operation.ts";
import { pageBySkip } from "./participants.ts";

const receipt: Handler = (call) => {
  const { chatMessageId } = call.body as { readonly chatMessageId: string };
  // Text that is not a number is the id of an unknown message.
  const messageId = /^\d+$/.test(chatMessageId) ? toMessageId(chatMessageId) : NaN;
  sendReceipt(call.engine, call.caller, threadIdOf(call), messageId);
  return {};
};

const list: Handler = (call) =>
  pageBySkip(
    call,
    "readReceipts",
    (slice) => listReceipts(call.engine, call.caller, threadIdOf(call), slice),
    receiptToWire,
  );

const typing: Handler = (call) => {
  const body = call.body as { readonly senderDisplayName?: string } | undefined;
  sendTyping(call.engine, call.caller, threadIdOf(call), body?.senderDisplayName);
  return {};
};

/** The operations on read receipts and typing notifications. */
export const notificationOperations = {
  sendChatReadReceipt: receipt,
  listChatReadReceipts: list,
  sendTypingNotification: typing,
} satisfies Record<string, Handler>;
