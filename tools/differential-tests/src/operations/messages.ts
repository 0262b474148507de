import * as fc from "fast-check";
import { ids, instants, pageSizes, type Values } from "../arbitraries.ts";
import type { Clients, Generated } from "../clients.ts";
import { options, pair, type Pair } from "../pair.ts";
import { pagesOf } from "../reading.ts";
import { empty, json, pages } from "../responses.ts";

type Theirs = Clients["theirs"];

// Bodies that both clients accept. Our types narrow unions, and AutoRest's do not allow null in a patch.
type SendChatMessageBody = Parameters<Generated["sendChatMessage"]>[2];
type UpdateChatMessageBody = Parameters<Theirs["chatThread"]["updateChatMessage"]>[2];

/** The operations on messages. */
export function messageOperations(values: Values): Pair[] {
  const { request } = values;
  return [
    pair("sendChatMessage", json(201, values.response("SendChatMessageResult")), {
      input: fc.record({
        id: ids,
        body: request<SendChatMessageBody>("SendChatMessageRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.sendChatMessage(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.sendChatMessage(id, body),
    }),
    pair("listChatMessages", pages(values, "ChatMessagesCollection"), {
      input: fc.record({ id: ids, set: options({ maxPageSize: pageSizes, startTime: instants }) }),
      ours: ({ rest, context }, { id, set }) => pagesOf(rest.listChatMessages(context, id, set)),
      theirs: ({ chatThread }, { id, set }) => pagesOf(chatThread.listChatMessages(id, set)),
    }),
    pair("getChatMessage", json(200, values.response("ChatMessage")), {
      input: fc.record({ id: ids, message: ids }),
      ours: ({ rest, context }, { id, message: one }) => rest.getChatMessage(context, id, one),
      theirs: ({ chatThread }, { id, message: one }) => chatThread.getChatMessage(id, one),
    }),
    pair("updateChatMessage", empty(204), {
      input: fc.record({
        id: ids,
        message: ids,
        body: request<UpdateChatMessageBody>("UpdateChatMessageRequest"),
      }),
      ours: ({ rest, context }, { id, message: one, body }) =>
        rest.updateChatMessage(context, id, one, body),
      theirs: ({ chatThread }, { id, message: one, body }) =>
        chatThread.updateChatMessage(id, one, body),
    }),
    pair("deleteChatMessage", empty(204), {
      input: fc.record({ id: ids, message: ids }),
      ours: ({ rest, context }, { id, message: one }) => rest.deleteChatMessage(context, id, one),
      theirs: ({ chatThread }, { id, message: one }) => chatThread.deleteChatMessage(id, one),
    }),
  ];
}
