import * as fc from "fast-check";
import { headerValues, ids, instants, pageSizes, type Values } from "../arbitraries.ts";
import type { Clients, Generated } from "../clients.ts";
import { options, pair, type Pair } from "../pair.ts";
import { pagesOf } from "../reading.ts";
import { empty, json, pages } from "../responses.ts";

type Theirs = Clients["theirs"];

// Bodies that both clients accept. Our types narrow unions, and AutoRest's do not allow null in a patch.
type CreateChatThreadBody = Parameters<Generated["createChatThread"]>[1] &
  Parameters<Theirs["chat"]["createChatThread"]>[0];
type UpdateChatThreadPropertiesBody = Parameters<Generated["updateChatThreadProperties"]>[2] &
  Parameters<Theirs["chatThread"]["updateChatThreadProperties"]>[1];

/** The operations on threads. */
export function threadOperations(values: Values): Pair[] {
  const { request } = values;
  return [
    pair("createChatThread", json(201, values.response("CreateChatThreadResult")), {
      input: fc.record({
        body: request<CreateChatThreadBody>("CreateChatThreadRequest"),
        options: options({ repeatabilityRequestId: headerValues }),
      }),
      ours: ({ rest, context }, { body, options: set }) =>
        rest.createChatThread(context, body, set),
      theirs: ({ chat }, { body, options: set }) => chat.createChatThread(body, set),
    }),
    pair("listChatThreads", pages(values, "ChatThreadsItemCollection"), {
      input: options({ maxPageSize: pageSizes, startTime: instants }),
      ours: ({ rest, context }, set) => pagesOf(rest.listChatThreads(context, set)),
      theirs: ({ chat }, set) => pagesOf(chat.listChatThreads(set)),
    }),
    pair("deleteChatThread", empty(204), {
      input: ids,
      ours: ({ rest, context }, id) => rest.deleteChatThread(context, id),
      theirs: ({ chat }, id) => chat.deleteChatThread(id),
    }),
    pair("getChatThreadProperties", json(200, values.response("ChatThreadProperties")), {
      input: ids,
      ours: ({ rest, context }, id) => rest.getChatThreadProperties(context, id),
      theirs: ({ chatThread }, id) => chatThread.getChatThreadProperties(id),
    }),
    pair("updateChatThreadProperties", empty(204), {
      input: fc.record({
        id: ids,
        body: request<UpdateChatThreadPropertiesBody>("UpdateChatThreadRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.updateChatThreadProperties(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.updateChatThreadProperties(id, body),
    }),
  ];
}
