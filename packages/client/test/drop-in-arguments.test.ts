/**
 * Compares how our client and the official one handle arguments: both are called with the same arguments, and the
 * requests that they send are compared. One list has the arguments that only our client rejects.
 */
import * as official from "@azure/communication-chat";
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
} from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import * as ours from "../src/index.ts";
import { credential, endpoint, threadId } from "./support/scripted.ts";

type Call = (client: ours.ChatClient, thread: ours.ChatThreadClient) => unknown;

const body = JSON.stringify({
  value: [],
  id: "1",
  type: "text",
  sequenceId: "1",
  version: "1",
  topic: "t",
  createdOn: "2026-01-01T00:00:00Z",
});

function statusOf({ method, url }: PipelineRequest): number {
  if (method === "GET" || /typing|readReceipts/.test(url)) return 200;
  return method === "POST" && !url.includes(":remove") ? 201 : 204;
}

/** Returns the request that one of the two packages sends for a call, or the error. */
async function sentBy({ ChatClient }: typeof ours, call: Call): Promise<string[] | Error> {
  const sent: string[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const text = typeof request.body === "string" ? request.body : "";
      sent.push(`${request.method} ${request.url} ${text}`);
      const status = statusOf(request);
      const headers = createHttpHeaders({ "content-type": "application/json" });
      return { request, status, headers, bodyAsText: status === 204 ? "" : body };
    },
  };
  const client = new ChatClient(endpoint, credential, { httpClient });
  try {
    await call(client, client.getChatThreadClient(threadId));
  } catch (error) {
    return error as Error;
  }
  return sent;
}

/** Casts a value that JavaScript can pass although the types do not allow it. */
const js = (value: unknown) => value as never;
const user = { communicationUserId: "8:acs:x" };
const drain = async (list: AsyncIterable<unknown>) => {
  for await (const _ of list);
};

const alike: Record<string, Call> = {
  "all parts of a message in the request": (_, t) =>
    t.sendMessage({ content: "c", senderDisplayName: "s", type: "html", metadata: { a: "b" } }),
  "a part in both: the options win": (_, t) =>
    t.sendMessage({ content: "c", senderDisplayName: "r" }, { senderDisplayName: "o" }),
  "even where the options say undefined": (_, t) =>
    t.sendMessage({ content: "c", type: "html" }, { type: undefined }),
  "content in the options": (_, t) => t.sendMessage({ content: "c" }, js({ content: "x" })),
  "null in a message": (_, t) =>
    t.sendMessage({ content: "c" }, js({ senderDisplayName: null, type: null, metadata: null })),
  "undefined and null in metadata": (_, t) =>
    t.sendMessage({ content: "c" }, js({ metadata: { a: null, b: undefined, c: "" } })),
  "an empty message": (_, t) => t.sendMessage({ content: "" }),
  "an unknown type": (_, t) => t.sendMessage({ content: "c" }, js({ type: "Text" })),
  "options that are null": (_, t) => t.sendMessage({ content: "c" }, js(null)),
  "null in an update of a message": (_, t) =>
    t.updateMessage("1", js({ content: null, metadata: { a: null, b: undefined } })),
  "no metadata at all": (_, t) => t.updateMessage("1", { metadata: null }),
  "an empty update of a message": (_, t) => t.updateMessage("1"),
  "null in an update of a thread": (_, t) =>
    t.updateProperties({ topic: null, metadata: null, retentionPolicy: null }),
  "null in a thread's metadata": (_, t) =>
    t.updateProperties(js({ metadata: { a: null, b: undefined, c: "" } })),
  "a topic that is null": (_, t) => t.updateTopic(js(null)),
  "an empty topic": (_, t) => t.updateTopic(""),
  "null in a create": (c) =>
    c.createChatThread(
      { topic: "t" },
      js({ participants: null, metadata: null, retentionPolicy: null }),
    ),
  "an idempotency token that is null": (c) =>
    c.createChatThread({ topic: "t" }, js({ idempotencyToken: null })),
  "a date as a string": (c) =>
    c.createChatThread(
      { topic: "t" },
      js({ participants: [{ id: user, shareHistoryTime: "2026-01-01T10:00:00+02:00" }] }),
    ),
  "null in a participant": (_, t) =>
    t.addParticipants(
      js({ participants: [{ id: user, displayName: null, metadata: { a: null, b: undefined } }] }),
    ),
  "a participant with fields of its own": (_, t) =>
    t.addParticipants(
      js({ participants: [{ id: { ...user, kind: "communicationUser", x: 1 }, y: 2 }] }),
    ),
  "a display name that is null while typing": (_, t) =>
    t.sendTypingNotification(js({ senderDisplayName: null })),
  "lists from a date as a string": async (c, t) => {
    await drain(c.listChatThreads(js({ startTime: "2026-01-01" })));
    await drain(t.listMessages({ startTime: "2026-01-01T00:00:00.5Z", maxPageSize: 5 }));
  },
  "null in lists": async (_, t) => {
    await drain(t.listMessages(js({ startTime: null, maxPageSize: null })));
    await drain(t.listParticipants(js({ skip: null })));
  },
  "an empty continuation token": async (_, t) => {
    await t.listMessages().byPage({ continuationToken: "" }).next();
  },
  "null for the options of every method": (_, t) =>
    t.updateTopic(
      "x",
      js({ abortSignal: null, onResponse: null, tracingOptions: null, requestOptions: null }),
    ),
  "headers that are not strings": (_, t) =>
    t.updateTopic("x", js({ requestOptions: { timeout: null, customHeaders: { a: 1, b: true } } })),
  "unknown options and properties of requests": async (c, t) => {
    await t.sendMessage(js({ content: "c", sendrName: "x" }), js({ priority: "Normal" }));
    await t.updateMessage("1", js({ content: "c", senderDisplayName: "x" }));
    await t.updateTopic("x", js({ requestOptions: { retries: 1 }, constructor: 1 }));
    await t.addParticipants(js({ participants: [], silent: true }));
    await t.sendReadReceipt(js({ chatMessageId: "1", at: new Date() }));
    await c.createChatThread(js({ topic: "t", participants: [{ id: user }] }), js({ members: [] }));
    await drain(t.listMessages(js({ pageSize: 5 })).byPage(js({ pageSize: 5 })));
  },
  "options that are not objects": async (c, t) => {
    await t.updateMessage("1", js("text"));
    await t.sendMessage({ content: "c" }, js("Ada"));
    await t.sendMessage({ content: "c" }, js(5));
    await t.updateTopic("x", js([]));
    await c.createChatThread({ topic: "t" }, js([{ id: user }]));
    await drain(t.listMessages(js(20)));
  },
  "no topic": (_, t) => t.updateTopic(js(undefined)),
  "options without an effect": (_, t) =>
    t.updateTopic("x", {
      serializerOptions: { xml: {} },
      requestOptions: { allowInsecureConnection: true, shouldDeserialize: true },
    }),
};

test.each(Object.entries(alike))("sends the same as the official client: %s", async (_, call) => {
  const expected = await sentBy(official as never, call);
  expect(expected).toBeInstanceOf(Array);
  expect(await sentBy(ours, call)).toEqual(expected);
});

/** Calls that the official client sends and ours rejects. docs/from-azure-communication-chat.md lists the same. */
const refused: Record<string, [call: Call, argument: string]> = {
  "attachments in a version that drops them": [
    (_, t) =>
      t.sendMessage({ content: "c" }, { attachments: [{ id: "i", attachmentType: "image" }] }),
    "options.apiVersion",
  ],
  "an empty id": [(_, t) => t.getMessage(""), "messageId"],
  "an empty identifier": [
    (_, t) => t.addParticipants({ participants: [{ id: { communicationUserId: "" } }] }),
    "participants[0].id.communicationUserId",
  ],
  "invalid identifiers": [
    (_, t) => t.addParticipants({ participants: [{ id: js({ rawId: "8:acs:x" }) }] }),
    "participants[0].id",
  ],
  "a page size below 1": [(_, t) => drain(t.listMessages({ maxPageSize: 0 })), "maxPageSize"],
  "a negative skip": [(_, t) => drain(t.listParticipants({ skip: -1 })), "skip"],
  "retention outside 30 to 90 days": [
    (_, t) =>
      t.updateProperties({
        retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 5 },
      }),
    "retentionPolicy.deleteThreadAfterDays",
  ],
  "content over 28 KB": [(_, t) => t.sendMessage({ content: "c".repeat(28_673) }), "content"],
  "more than 200 participants": [
    (_, t) =>
      t.addParticipants({ participants: Array.from({ length: 201 }, () => ({ id: user })) }),
    "participants",
  ],
};

test.each(Object.entries(refused))("rejects by name: %s", async (_, [call, argument]) => {
  expect(await sentBy(official as never, call)).toBeInstanceOf(Array);
  expect(await sentBy(ours, call)).toMatchObject({ name: "ChatArgumentError", argument });
});

const refusedByBoth: Record<string, [call: Call, argument: string]> = {
  "content that is not a string": [(_, t) => t.sendMessage({ content: js(5) }), "content"],
  "no content": [(_, t) => t.sendMessage(js({})), "content"],
  "content that is null": [(_, t) => t.sendMessage({ content: js(null) }), "content"],
  "a new thread without a topic": [(c) => c.createChatThread(js({})), "topic"],
  "metadata that is not a string": [
    (_, t) => t.sendMessage({ content: "c" }, js({ metadata: { a: 5 } })),
    "metadata.a",
  ],
  "an invalid date": [
    (_, t) => t.addParticipants(js({ participants: [{ id: user, shareHistoryTime: "soon" }] })),
    "participants[0].shareHistoryTime",
  ],
  "a date that is a number": [(_, t) => drain(t.listMessages(js({ startTime: 5 }))), "startTime"],
  "no participants": [(_, t) => t.addParticipants(js({})), "participants"],
  "a page size that is text": [
    (_, t) => drain(t.listMessages(js({ maxPageSize: "5" }))),
    "maxPageSize",
  ],
  "a message id that is a number": [(_, t) => t.getMessage(js(5)), "messageId"],
};

test.each(Object.entries(refusedByBoth))(
  "rejects like the official client: %s",
  async (_, [call, argument]) => {
    expect(await sentBy(official as never, call)).toBeInstanceOf(Error);
    expect(await sentBy(ours, call)).toMatchObject({ name: "ChatArgumentError", argument });
  },
);

test("passes the body to onResponse where the official client does", async () => {
  const seen: Record<string, unknown[]> = { official: [], ours: [] };
  for (const [name, pack] of Object.entries({ official: official as never, ours })) {
    await sentBy(pack as typeof ours, (_, thread) =>
      thread.getMessage("1", {
        onResponse: ({ parsedBody }, flat) => {
          seen[name]!.push([parsedBody.id, (flat as { id: string }).id]);
        },
      }),
    );
  }
  expect(seen["ours"]).toEqual([["1", "1"]]);
  expect(seen["ours"]).toEqual(seen["official"]);
});
