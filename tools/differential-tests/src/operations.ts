import * as fc from "fast-check";
import { headerValues, ids, instants, type Values } from "./arbitraries.ts";
import type { Clients, Generated } from "./clients.ts";
import { pagesOf, streamed } from "./reading.ts";
import type { StubResponse } from "./recorder.ts";

type Ours = Clients["ours"];
type Theirs = Clients["theirs"];

/** Request bodies that both clients accept. Our types narrow unions, and AutoRest's do not allow null in a patch. */
interface Bodies {
  createChatThread: Parameters<Generated["createChatThread"]>[1] &
    Parameters<Theirs["chat"]["createChatThread"]>[0];
  updateChatThreadProperties: Parameters<Generated["updateChatThreadProperties"]>[2] &
    Parameters<Theirs["chatThread"]["updateChatThreadProperties"]>[1];
  sendChatMessage: Parameters<Generated["sendChatMessage"]>[2];
  updateChatMessage: Parameters<Theirs["chatThread"]["updateChatMessage"]>[2];
  addChatParticipants: Parameters<Generated["addChatParticipants"]>[2];
  removeChatParticipant: Parameters<Generated["removeChatParticipant"]>[2];
  sendChatReadReceipt: Parameters<Generated["sendChatReadReceipt"]>[2];
}

/** An operation to call with the same arguments with both clients. */
export interface Pair {
  readonly operation: string;
  /** The successful responses, in the order in which the server sends them. */
  readonly responses: (endpoint: string) => fc.Arbitrary<readonly StubResponse[]>;
  /** The calls of both clients for one set of arguments. */
  readonly calls: fc.Arbitrary<{
    readonly ours: (client: Ours) => Promise<unknown>;
    readonly theirs: (client: Theirs) => Promise<unknown>;
    /** The arguments, printed if the clients differ. */
    readonly input: unknown;
  }>;
}

/** Returns all operations that both clients have in the API version. */
export function pairsOf(version: string, values: Values): Pair[] {
  return [...common(values), ...(version === "2024-06-05-preview" ? images(values) : [])];
}

function common(values: Values): Pair[] {
  const { request } = values;
  const [thread, message] = [ids, ids];
  const size = fc.integer({ min: 1, max: 2 ** 31 - 1 });
  const skip = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  return [
    pair("createChatThread", json(201, values.response("CreateChatThreadResult")), {
      input: fc.record({
        body: request<Bodies["createChatThread"]>("CreateChatThreadRequest"),
        options: options({ repeatabilityRequestId: headerValues }),
      }),
      ours: ({ rest, context }, { body, options: set }) =>
        rest.createChatThread(context, body, set),
      theirs: ({ chat }, { body, options: set }) => chat.createChatThread(body, set),
    }),
    pair("listChatThreads", pages(values, "ChatThreadsItemCollection"), {
      input: options({ maxPageSize: size, startTime: instants }),
      ours: ({ rest, context }, set) => pagesOf(rest.listChatThreads(context, set)),
      theirs: ({ chat }, set) => pagesOf(chat.listChatThreads(set)),
    }),
    pair("deleteChatThread", empty(204), {
      input: thread,
      ours: ({ rest, context }, id) => rest.deleteChatThread(context, id),
      theirs: ({ chat }, id) => chat.deleteChatThread(id),
    }),
    pair("getChatThreadProperties", json(200, values.response("ChatThreadProperties")), {
      input: thread,
      ours: ({ rest, context }, id) => rest.getChatThreadProperties(context, id),
      theirs: ({ chatThread }, id) => chatThread.getChatThreadProperties(id),
    }),
    pair("updateChatThreadProperties", empty(204), {
      input: fc.record({
        id: thread,
        body: request<Bodies["updateChatThreadProperties"]>("UpdateChatThreadRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.updateChatThreadProperties(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.updateChatThreadProperties(id, body),
    }),
    pair("sendChatMessage", json(201, values.response("SendChatMessageResult")), {
      input: fc.record({
        id: thread,
        body: request<Bodies["sendChatMessage"]>("SendChatMessageRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.sendChatMessage(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.sendChatMessage(id, body),
    }),
    pair("listChatMessages", pages(values, "ChatMessagesCollection"), {
      input: fc.record({ id: thread, set: options({ maxPageSize: size, startTime: instants }) }),
      ours: ({ rest, context }, { id, set }) => pagesOf(rest.listChatMessages(context, id, set)),
      theirs: ({ chatThread }, { id, set }) => pagesOf(chatThread.listChatMessages(id, set)),
    }),
    pair("getChatMessage", json(200, values.response("ChatMessage")), {
      input: fc.record({ id: thread, message }),
      ours: ({ rest, context }, { id, message: one }) => rest.getChatMessage(context, id, one),
      theirs: ({ chatThread }, { id, message: one }) => chatThread.getChatMessage(id, one),
    }),
    pair("updateChatMessage", empty(204), {
      input: fc.record({
        id: thread,
        message,
        body: request<Bodies["updateChatMessage"]>("UpdateChatMessageRequest"),
      }),
      ours: ({ rest, context }, { id, message: one, body }) =>
        rest.updateChatMessage(context, id, one, body),
      theirs: ({ chatThread }, { id, message: one, body }) =>
        chatThread.updateChatMessage(id, one, body),
    }),
    pair("deleteChatMessage", empty(204), {
      input: fc.record({ id: thread, message }),
      ours: ({ rest, context }, { id, message: one }) => rest.deleteChatMessage(context, id, one),
      theirs: ({ chatThread }, { id, message: one }) => chatThread.deleteChatMessage(id, one),
    }),
    pair("listChatParticipants", pages(values, "ChatParticipantsCollection"), {
      input: fc.record({ id: thread, set: options({ maxPageSize: size, skip }) }),
      ours: ({ rest, context }, { id, set }) =>
        pagesOf(rest.listChatParticipants(context, id, set)),
      theirs: ({ chatThread }, { id, set }) => pagesOf(chatThread.listChatParticipants(id, set)),
    }),
    pair("addChatParticipants", json(201, values.response("AddChatParticipantsResult")), {
      input: fc.record({
        id: thread,
        body: request<Bodies["addChatParticipants"]>("AddChatParticipantsRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.addChatParticipants(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.addChatParticipants(id, body),
    }),
    pair("removeChatParticipant", empty(204), {
      input: fc.record({
        id: thread,
        body: request<Bodies["removeChatParticipant"]>("CommunicationIdentifierModel"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.removeChatParticipant(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.removeChatParticipant(id, body),
    }),
    pair("sendTypingNotification", empty(200), {
      input: fc.record({
        id: thread,
        body: typing(values),
      }),
      ours: ({ rest, context }, { id, body }) => rest.sendTypingNotification(context, id, { body }),
      theirs: ({ chatThread }, { id, body }) =>
        chatThread.sendTypingNotification(id, body && { sendTypingNotificationRequest: body }),
    }),
    pair("sendChatReadReceipt", empty(200), {
      input: fc.record({
        id: thread,
        body: request<Bodies["sendChatReadReceipt"]>("SendReadReceiptRequest"),
      }),
      ours: ({ rest, context }, { id, body }) => rest.sendChatReadReceipt(context, id, body),
      theirs: ({ chatThread }, { id, body }) => chatThread.sendChatReadReceipt(id, body),
    }),
    pair("listChatReadReceipts", pages(values, "ChatMessageReadReceiptsCollection"), {
      input: fc.record({ id: thread, set: options({ maxPageSize: size, skip }) }),
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
    ? optional(request<{ senderDisplayName?: string }>(model))
    : fc.constant(undefined);
}

function images(values: Values): Pair[] {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
  const view = fc.oneof(fc.constantFrom("original", "small"), ids);
  return [
    pair("uploadChatImage", json(201, values.response("UploadChatImageResult")), {
      input: fc.record({
        id: ids,
        bytes,
        set: options({ imageFilename: headerValues }),
      }),
      ours: ({ rest, context }, { id, bytes: body, set }) =>
        rest.uploadChatImage(context, id, body, set),
      theirs: ({ chatThread }, { id, bytes: body, set }) =>
        chatThread.uploadChatImage(id, body, set),
    }),
    pair("getChatImage", () => bytes.map((body) => [{ ...image, body }]), {
      input: fc.record({ id: ids, image: ids, view }),
      ours: async ({ rest, context }, input) =>
        (await rest.getChatImage(context, input.id, input.image, input.view)).bytes(),
      theirs: async ({ chatThread }, input) =>
        streamed(await chatThread.getChatImage(input.id, input.image, input.view)),
    }),
    pair("deleteChatImage", empty(204), {
      input: fc.record({ id: ids, image: ids }),
      ours: ({ rest, context }, input) => rest.deleteChatImage(context, input.id, input.image),
      theirs: ({ chatThread }, input) => chatThread.deleteChatImage(input.id, input.image),
    }),
  ];
}

const image = { status: 200, headers: { "content-type": "image/png" } };

function pair<Input>(
  operation: string,
  responses: Pair["responses"],
  calls: {
    readonly input: fc.Arbitrary<Input>;
    readonly ours: (client: Ours, input: Input) => Promise<unknown>;
    readonly theirs: (client: Theirs, input: Input) => Promise<unknown>;
  },
): Pair {
  return {
    operation,
    responses,
    calls: calls.input.map((input) => ({
      input,
      ours: (client) => calls.ours(client, input),
      theirs: (client) => calls.theirs(client, input),
    })),
  };
}

function optional<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined });
}

/** Generates options, each of which can be absent. */
function options<Fields extends object>(fields: {
  [Name in keyof Fields]: fc.Arbitrary<Fields[Name]>;
}): fc.Arbitrary<Partial<Fields>> {
  const all = fc.record<Fields, never>(fields, { requiredKeys: [], noNullPrototype: true });
  return all as fc.Arbitrary<Partial<Fields>>;
}

const jsonHeaders = { "content-type": "application/json; charset=utf-8" };

function json(status: number, body: fc.Arbitrary<unknown>): Pair["responses"] {
  return () => body.map((value) => [{ status, headers: jsonHeaders, body: JSON.stringify(value) }]);
}

function empty(status: number): Pair["responses"] {
  return () => fc.constant([{ status, headers: {}, body: "" }]);
}

/** Generates one to three pages, each with a link to the next. */
function pages(values: Values, model: string): Pair["responses"] {
  const page = values.response(model) as fc.Arbitrary<{ value: unknown[] }>;
  const query = fc.webQueryParameters();
  return (endpoint) =>
    fc.array(fc.tuple(page, query), { minLength: 1, maxLength: 3 }).map((all) =>
      all.map(([{ value }, more], index) => {
        const nextLink = `${endpoint}/chat/next/${index}?${more}`;
        const body = index < all.length - 1 ? { value, nextLink } : { value };
        return { status: 200, headers: jsonHeaders, body: JSON.stringify(body) };
      }),
    );
}
