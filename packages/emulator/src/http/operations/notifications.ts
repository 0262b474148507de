import { listReceipts, sendReceipt, sendTyping } from "../../engine/receipts.ts";
import { LARGEST_OTHER_PAGE } from "../../engine/unverified.ts";
import { pageSize, skipOf } from "../paging.ts";
import { receiptToWire } from "../wire.ts";
import { toMessageId } from "./messages.ts";
import { type Handler, threadIdOf } from "./operation.ts";
import { linkSkipping } from "./participants.ts";

const receipt: Handler = (call) => {
  const { chatMessageId } = call.body as { readonly chatMessageId: string };
  sendReceipt(call.engine, call.caller, threadIdOf(call), toMessageId(chatMessageId));
  return {};
};

const list: Handler = (call) => {
  const limit = pageSize(call.query, LARGEST_OTHER_PAGE);
  const skip = skipOf(call.query);
  const slice = { skip, limit: limit + 1 };
  const found = listReceipts(call.engine, call.caller, threadIdOf(call), slice);
  return {
    json: {
      value: found.slice(0, limit).map(receiptToWire),
      ...(found.length > limit && { nextLink: linkSkipping(call, "readReceipts", skip + limit) }),
    },
  };
};

const typing: Handler = (call) => {
  const body = call.body as { readonly senderDisplayName?: string } | undefined;
  sendTyping(call.engine, call.caller, threadIdOf(call), body?.senderDisplayName);
  return {};
};

/** Operations on read receipts and typing. */
export const notificationOperations = {
  sendChatReadReceipt: receipt,
  listChatReadReceipts: list,
  sendTypingNotification: typing,
} satisfies Record<string, Handler>;
