import * as fc from "fast-check";
import { ids, pageSizes, skips, type Values } from "../arbitraries.ts";
import type { Generated } from "../clients.ts";
import { options, pair, type Pair } from "../pair.ts";
import { pagesOf } from "../reading.ts";
import { empty, pages } from "../responses.ts";

// Bodies that both clients accept. Our types narrow unions, and AutoRest's do not allow null in a patch.
type SendChatReadReceiptBody = Parameters<Generated["sendChatReadReceipt"]>[2];

/** The operations on typing notifications and read receipts. */
export function signalOperations(values: Values): Pair[] {
  const { request } = values;
  return [
    pair("sendTypingNotification", empty(200), {
      input: fc.record({
        id: ids,
        body: typing(values),
      }),
      ours: ({ rest, context }, { id, body }) => rest.sendTypingNotification(context, id, { body }),
      theirs: ({ chatThread }, { id, body }) =>
        chatThread.sendTypingNotification(id, body && { sendTypingNotificationRequest: body }),
    }),
    pair("sendChatReadReceipt", empty(200), {
      input: fc.record({
        id: ids,
        body: request<SendChatReadReceiptBody>("SendReadReceiptRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.sendChatReadReceipt(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.sendChatReadReceipt(id, body),
    }),
    pair("listChatReadReceipts", pages(values, "ChatMessageReadReceiptsCollection"), {
      input: fc.record({ id: ids, set: options({ maxPageSize: pageSizes, skip: skips }) }),
      ours: ({ rest, context }, { id, set }) =>
        pagesOf(rest.listChatReadReceipts(context, id, set)),
      theirs: ({ chatThread }, { id, set }) => pagesOf(chatThread.listChatReadReceipts(id, set)),
    }),
  ];
}

/** Generates the body of a typing notification for API versions that have one. */
function typing({
  has,
  request,
}: Values): fc.Arbitrary<{ senderDisplayName?: string } | undefined> {
  const model = "SendTypingNotificationRequest";
  return has(model)
    ? fc.option(request<{ senderDisplayName?: string }>(model), { nil: undefined })
    : fc.constant(undefined);
}
