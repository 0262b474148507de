import * as fc from "fast-check";
import { ids, pageSizes, skips, type Values } from "../arbitraries.ts";
import type { Generated } from "../clients.ts";
import { options, pair, type Pair } from "../pair.ts";
import { pagesOf } from "../reading.ts";
import { empty, json, pages } from "../responses.ts";

// Bodies that both clients accept. Our types narrow unions, and AutoRest's do not allow null in a patch.
type AddChatParticipantsBody = Parameters<Generated["addChatParticipants"]>[2];
type RemoveChatParticipantBody = Parameters<Generated["removeChatParticipant"]>[2];

/** The operations on participants. */
export function participantOperations(values: Values): Pair[] {
  const { request } = values;
  return [
    pair("listChatParticipants", pages(values, "ChatParticipantsCollection"), {
      input: fc.record({ id: ids, set: options({ maxPageSize: pageSizes, skip: skips }) }),
      ours: ({ rest, context }, { id, set }) =>
        pagesOf(rest.listChatParticipants(context, id, set)),
      theirs: ({ chatThread }, { id, set }) => pagesOf(chatThread.listChatParticipants(id, set)),
    }),
    pair("addChatParticipants", json(201, values.response("AddChatParticipantsResult")), {
      input: fc.record({
        id: ids,
        body: request<AddChatParticipantsBody>("AddChatParticipantsRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.addChatParticipants(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.addChatParticipants(id, body),
    }),
    pair("removeChatParticipant", empty(204), {
      input: fc.record({
        id: ids,
        body: request<RemoveChatParticipantBody>("CommunicationIdentifierModel"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.removeChatParticipant(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.removeChatParticipant(id, body),
    }),
  ];
}
