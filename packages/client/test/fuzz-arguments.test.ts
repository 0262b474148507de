/**
 * Tests every public method with any arguments that JavaScript can pass. A call may succeed or fail, but its error must
 * be a documented one, and its request must go to the path of the method.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ChatArgumentError, ChatClient, ChatServiceError, ChatThreadClient } from "../src/index.ts";
import { anyText } from "./support/any-text.ts";
import { credential, endpoint, scripted, type SentRequest, threadId } from "./support/scripted.ts";

const hostileText = fc.oneof(
  fc.string(),
  anyText(),
  fc.constantFrom(
    "",
    " ",
    ".",
    "..",
    "../..",
    "%2e%2e",
    "a/b",
    "a?b",
    "a#b",
    "a\\b",
    "%",
    "\0",
    "\r\nX: y",
    "\ud800",
    "__proto__",
    "constructor",
    "<script>",
    "'; drop table",
    "\u202e",
    "19:a@thread.v2",
    "x".repeat(30_000),
  ),
);
const anything = fc.oneof(
  hostileText,
  fc.anything({
    withDate: true,
    withBigInt: true,
    withSparseArray: true,
    withNullPrototype: true,
    withTypedArray: true,
    withMap: true,
  }),
);
/** Mostly valid values, so that many calls send a request; otherwise any value. */
const likely = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: anything });
const record = (parts: Record<string, fc.Arbitrary<unknown>>) =>
  likely(fc.record(parts, { requiredKeys: [] }));
const text = likely(fc.string());
const id = likely(fc.string({ minLength: 1 }));
const yesOrNo = likely(fc.boolean());
const operationOptions = {
  abortSignal: likely(
    fc.constantFrom(undefined, AbortSignal.abort(), new AbortController().signal),
  ),
  requestOptions: record({
    timeout: likely(fc.nat()),
    customHeaders: record({ "x-a": likely(fc.constant("b")) }),
    onUploadProgress: likely(fc.constant(() => {})),
  }),
  onResponse: likely(fc.constant(() => {})),
  tracingOptions: record({ tracingContext: fc.constant(undefined) }),
};
const identifier = fc.oneof(
  record({ communicationUserId: id }),
  record({
    communicationUserId: anything,
    phoneNumber: anything,
    microsoftTeamsUserId: anything,
    teamsAppId: anything,
    id: anything,
    rawId: anything,
  }),
);
const metadata = likely(fc.dictionary(fc.string(), text));
const participant = record({
  id: identifier,
  displayName: text,
  shareHistoryTime: likely(fc.date({ noInvalidDate: true })),
  metadata,
});
const participants = likely(fc.array(participant, { maxLength: 2 }));
const retentionPolicy = record({
  kind: likely(fc.constant("threadCreationDate")),
  deleteThreadAfterDays: likely(fc.integer({ min: 20, max: 100 })),
});
const messageOptions = record({
  ...operationOptions,
  senderDisplayName: text,
  type: text,
  metadata,
  attachments: likely(fc.array(record({ id, attachmentType: text }), { maxLength: 1 })),
  safeRetry: yesOrNo,
});
const maxPageSize = likely(fc.integer({ min: 1, max: 300 }));
const listByTime = record({
  ...operationOptions,
  maxPageSize,
  startTime: likely(fc.date({ noInvalidDate: true })),
});
const listBySkip = record({ ...operationOptions, maxPageSize, skip: likely(fc.nat()) });
const pageSettings = record({ maxPageSize, continuationToken: text });
const arrayOptions = record({ limit: likely(fc.nat()) });
const options = record(operationOptions);
const image = likely(fc.constantFrom(new ArrayBuffer(3), new Blob(["abc"]), new Uint8Array(3)));

type Call = (parts: { client: ChatClient; thread: ChatThreadClient }, ...args: never[]) => unknown;
const calls: [
  name: string,
  args: fc.Arbitrary<unknown>[],
  call: Call,
  path: (args: unknown[]) => string,
][] = [
  [
    "createChatThread",
    [
      record({ topic: text }),
      record({
        ...operationOptions,
        participants,
        idempotencyToken: id,
        metadata,
        retentionPolicy,
        batches: yesOrNo,
      }),
    ],
    (c, a, o) => c.client.createChatThread(a, o),
    () => "/chat/threads",
  ],
  [
    "listChatThreads",
    [listByTime, pageSettings, arrayOptions],
    (c, o, p, a) => listed(c.client.listChatThreads(o), p, a),
    () => "/chat/threads",
  ],
  [
    "deleteChatThread",
    [id, options],
    (c, a, o) => c.client.deleteChatThread(a, o),
    ([which]) => `/chat/threads/${String(which)}`,
  ],
  [
    "getProperties",
    [options],
    (c, o) => c.thread.getProperties(o),
    () => `/chat/threads/${threadId}`,
  ],
  [
    "updateTopic",
    [text, options],
    (c, a, o) => c.thread.updateTopic(a, o),
    () => `/chat/threads/${threadId}`,
  ],
  [
    "updateProperties",
    [record({ ...operationOptions, topic: text, metadata, retentionPolicy })],
    (c, o) => c.thread.updateProperties(o),
    () => `/chat/threads/${threadId}`,
  ],
  [
    "sendMessage",
    [record({ content: text }), messageOptions],
    (c, a, o) => c.thread.sendMessage(a, o),
    () => `/chat/threads/${threadId}/messages`,
  ],
  [
    "getMessage",
    [id, options],
    (c, a, o) => c.thread.getMessage(a, o),
    ([which]) => `/chat/threads/${threadId}/messages/${String(which)}`,
  ],
  [
    "listMessages",
    [listByTime, pageSettings, arrayOptions],
    (c, o, p, a) => listed(c.thread.listMessages(o), p, a),
    () => `/chat/threads/${threadId}/messages`,
  ],
  [
    "updateMessage",
    [id, messageOptions],
    (c, a, o) => c.thread.updateMessage(a, o),
    ([which]) => `/chat/threads/${threadId}/messages/${String(which)}`,
  ],
  [
    "deleteMessage",
    [id, options],
    (c, a, o) => c.thread.deleteMessage(a, o),
    ([which]) => `/chat/threads/${threadId}/messages/${String(which)}`,
  ],
  [
    "addParticipants",
    [record({ participants }), record({ ...operationOptions, batches: yesOrNo })],
    (c, a, o) => c.thread.addParticipants(a, o),
    () => `/chat/threads/${threadId}/participants/:add`,
  ],
  [
    "listParticipants",
    [listBySkip, pageSettings, arrayOptions],
    (c, o, p, a) => listed(c.thread.listParticipants(o), p, a),
    () => `/chat/threads/${threadId}/participants`,
  ],
  [
    "removeParticipant",
    [identifier, options],
    (c, a, o) => c.thread.removeParticipant(a, o),
    () => `/chat/threads/${threadId}/participants/:remove`,
  ],
  [
    "sendTypingNotification",
    [record({ ...operationOptions, senderDisplayName: text })],
    (c, o) => c.thread.sendTypingNotification(o),
    () => `/chat/threads/${threadId}/typing`,
  ],
  [
    "sendReadReceipt",
    [record({ chatMessageId: id }), options],
    (c, a, o) => c.thread.sendReadReceipt(a, o),
    () => `/chat/threads/${threadId}/readReceipts`,
  ],
  [
    "listReadReceipts",
    [listBySkip, pageSettings, arrayOptions],
    (c, o, p, a) => listed(c.thread.listReadReceipts(o), p, a),
    () => `/chat/threads/${threadId}/readReceipts`,
  ],
  [
    "uploadImage",
    [image, likely(fc.constant("a.png")), options],
    (c, a, n, o) => c.thread.uploadImage(a, n, o),
    () => `/chat/threads/${threadId}/images`,
  ],
  [
    "getImage",
    [id, likely(fc.constantFrom("small", undefined)), options],
    (c, a, v, o) => c.thread.getImage(a, v, o),
    ([which, view]) =>
      `/chat/threads/${threadId}/images/${String(which)}/view/${String(view ?? "original")}`,
  ],
  [
    "deleteImage",
    [id, options],
    (c, a, o) => c.thread.deleteImage(a, o),
    ([which]) => `/chat/threads/${threadId}/images/${String(which)}`,
  ],
];

async function listed(
  list: {
    byPage(settings: never): AsyncIterator<unknown>;
    toArray(options: never): Promise<unknown>;
  },
  settings: never,
  limits: never,
) {
  await list.toArray({ limit: 5 } as never);
  await list.byPage(settings).next();
  await list.toArray(limits);
}

/** A response body that is valid for every operation, so that accepted calls succeed. */
const answer = {
  value: [],
  id: "1",
  type: "text",
  sequenceId: "1",
  version: "1",
  topic: "t",
  createdOn: "2026-01-01T00:00:00Z",
  createdByCommunicationIdentifier: { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } },
};

test.each(calls)(
  "%s sends a valid request or throws a documented error",
  async (_, args, call, path) => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...args),
        fc.constantFrom("2025-03-15", "2024-06-05-preview"),
        async (values, apiVersion) => {
          const { client, thread, sent } = scripted(
            [(request) => ({ status: statusOf(request), body: answer })],
            { apiVersion },
          );
          try {
            await call({ client, thread }, ...(values as never[]));
            accepted += 1;
          } catch (error) {
            if (!isDocumented(error)) throw error;
          }
          for (const request of sent) expect(request.path).toBe(path(values));
        },
      ),
      { numRuns: 300 },
    );
    // Without any successful call, the test would prove nothing.
    expect(accepted).toBeGreaterThan(0);
  },
);

function statusOf({ method, path }: SentRequest): number {
  if (method === "GET") return 200;
  if (method !== "POST" || path.endsWith(":remove")) return 204;
  return /typing|readReceipts/.test(path) ? 200 : 201;
}

function isDocumented(error: unknown): boolean {
  if (error instanceof ChatArgumentError) return error.argument !== "";
  return (
    error instanceof ChatServiceError || (error instanceof Error && error.name === "AbortError")
  );
}

test("accepts everything in the constructors", () => {
  const undocumented: unknown[] = [];
  fc.assert(
    fc.property(anything, anything, anything, anything, (a, b, c, d) => {
      for (const make of [
        () => new ChatClient(a as never, b as never, c as never),
        () => new ChatClient(endpoint, credential, c as never),
        () => new ChatClient(endpoint, credential, { retryOptions: c, apiVersion: d } as never),
        () => new ChatThreadClient(a as never, b as never, c as never, d as never),
        () => new ChatThreadClient(endpoint, b as never, credential, d as never),
        () => new ChatClient(endpoint, credential).getChatThreadClient(a as never),
      ]) {
        try {
          make();
        } catch (error) {
          undocumented.push(error);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(undocumented).toEqual([]);
});
