/**
 * Tests every operation with the responses that a broken service, a proxy or a cut connection can produce. Each call
 * must return a result that matches its type, or throw a ChatServiceError.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ChatClient, ChatServiceError, type ChatThreadClient } from "../src/index.ts";
import { endpoint, scripted, threadId } from "./support/scripted.ts";

/** The number of responses per operation. LONG_TESTS=true tries ten times as many. */
const numRuns = process.env["LONG_TESTS"] === "true" ? 1000 : 100;

const user = {
  kind: "communicationUser",
  rawId: "8:acs:a",
  communicationUser: { id: "8:acs:a" },
};
const teamsUser = {
  rawId: "8:orgid:b",
  microsoftTeamsUser: { userId: "b", isAnonymous: false, cloud: "public" },
};
const time = "2026-01-01T00:00:00Z";
const thread = {
  id: threadId,
  topic: "t",
  createdOn: time,
  createdByCommunicationIdentifier: user,
  metadata: { a: "b" },
  retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
};
const failure = {
  code: "403",
  message: "no",
  target: "8:acs:c",
  details: [{ code: "1", message: "m" }],
};
const message = {
  id: "1",
  type: "text",
  sequenceId: "1",
  version: "1",
  createdOn: time,
  editedOn: time,
  senderDisplayName: "A",
  senderCommunicationIdentifier: user,
  metadata: { a: "b" },
  content: {
    message: "m",
    topic: "t",
    initiatorCommunicationIdentifier: teamsUser,
    participants: [{ communicationIdentifier: user, displayName: "A", shareHistoryTime: time }],
    attachments: [{ id: "1", attachmentType: "image", name: "n", url: "https://x/" }],
  },
};
const nextLink = `${endpoint}/chat/threads/${encodeURIComponent(threadId)}/messages?syncState=a`;
const page = (value: object) => ({ value: [value, value], nextLink });

type Call = (client: ChatClient, thread: ChatThreadClient) => Promise<unknown>;
type Check = (result: never) => void;
const first = (list: { byPage(): AsyncIterator<unknown> }) => list.byPage().next();

const isText = (value: unknown) => expect(value).toBeTypeOf("string");
const isDate = (value: unknown) => {
  expect(value).toBeInstanceOf(Date);
  expect((value as Date).getTime()).not.toBeNaN();
};
/** Checks a value that can be absent. `null` counts as absent. */
const maybe = (value: unknown, check: (value: never) => void) =>
  value == null || check(value as never);
const isIdentifier = (value: { kind: string; communicationUserId?: string }) => {
  isText(value.kind);
  if (value.kind === "communicationUser") isText(value.communicationUserId);
};
const areTexts = (values: object) => {
  expect(values).toBeTypeOf("object");
  expect(Array.isArray(values)).toBe(false);
  for (const value of Object.values(values)) maybe(value as never, isText);
};
const isThread: Check = (value: typeof thread & { createdBy: never }) => {
  for (const text of [value.id, value.topic]) isText(text);
  isDate(value.createdOn);
  isIdentifier(value.createdBy);
  maybe(value.metadata, areTexts);
  maybe(value.retentionPolicy, (policy: { kind: never }) => maybe(policy.kind, isText));
};
const isMessage: Check = (value: typeof message & { sender: never; deletedOn: never }) => {
  for (const text of [value.id, value.type, value.sequenceId, value.version]) isText(text);
  isDate(value.createdOn);
  maybe(value.editedOn, isDate);
  maybe(value.deletedOn, isDate);
  maybe(value.senderDisplayName, isText);
  maybe(value.metadata, areTexts);
  maybe(value.sender, isIdentifier);
  maybe(
    value.content,
    (content: {
      message?: never;
      participants?: { id: never }[];
      initiator?: never;
      attachments?: never[];
    }) => {
      maybe(content.message, isText);
      for (const attachment of content.attachments ?? []) areTexts(attachment);
      maybe(content.initiator, isIdentifier);
      for (const participant of content.participants ?? []) isIdentifier(participant.id);
    },
  );
};
const isParticipant: Check = (value: {
  id: never;
  displayName?: never;
  shareHistoryTime?: never;
}) => {
  maybe(value.displayName, isText);
  isIdentifier(value.id);
  maybe(value.shareHistoryTime, isDate);
};
const isPage =
  (check: Check): Check =>
  ({ value }: { value: { continuationToken?: unknown } & unknown[] }) => {
    expect(Array.isArray(value)).toBe(true);
    for (const item of value) check(item as never);
    if (value.continuationToken !== undefined) isText(value.continuationToken);
  };
const areErrors = (errors: { code: unknown; message: unknown }[]) => {
  for (const { code, message: text } of errors) [code, text].forEach(isText);
};

const calls: [name: string, status: number, body: object, call: Call, check: Check][] = [
  [
    "createChatThread",
    201,
    { chatThread: thread, invalidParticipants: [failure] },
    (client) => client.createChatThread({ topic: "t" }),
    (result: { chatThread?: never; invalidParticipants?: never }) => {
      maybe(result.chatThread, isThread);
      maybe(result.invalidParticipants, areErrors);
    },
  ],
  [
    "listChatThreads",
    200,
    page({ id: "a", topic: "t", lastMessageReceivedOn: time }),
    (client) => first(client.listChatThreads()),
    isPage((item: { id: unknown; lastMessageReceivedOn: unknown }) => {
      isText(item.id);
      maybe(item.lastMessageReceivedOn, isDate);
    }),
  ],
  ["getProperties", 200, thread, (_, client) => client.getProperties(), isThread],
  [
    "sendMessage",
    201,
    { id: "1" },
    (_, client) => client.sendMessage({ content: "c" }),
    (result: { id: unknown }) => isText(result.id),
  ],
  ["getMessage", 200, message, (_, client) => client.getMessage("1"), isMessage],
  [
    "listMessages",
    200,
    page(message),
    (_, client) => first(client.listMessages()),
    isPage(isMessage),
  ],
  [
    "addParticipants",
    201,
    { invalidParticipants: [failure] },
    (_, client) => client.addParticipants({ participants: [] }),
    (result: { invalidParticipants?: never }) => maybe(result.invalidParticipants, areErrors),
  ],
  [
    "listParticipants",
    200,
    page({ communicationIdentifier: teamsUser, shareHistoryTime: time }),
    (_, client) => first(client.listParticipants()),
    isPage(isParticipant),
  ],
  [
    "listReadReceipts",
    200,
    page({ senderCommunicationIdentifier: user, chatMessageId: "1", readOn: time }),
    (_, client) => first(client.listReadReceipts()),
    isPage((item: { sender: never; chatMessageId: unknown; readOn: unknown }) => {
      isIdentifier(item.sender);
      isText(item.chatMessageId);
      isDate(item.readOn);
    }),
  ],
  [
    "uploadImage",
    201,
    { id: "1", attachmentType: "image", name: "n" },
    (_, client) => client.uploadImage(new ArrayBuffer(1), "a.png"),
    (result: { id: unknown }) => isText(result.id),
  ],
  [
    "updateTopic",
    204,
    {},
    (_, client) => client.updateTopic("t"),
    (result) => expect(result).toBeUndefined(),
  ],
  [
    "deleteMessage",
    204,
    {},
    (_, client) => client.deleteMessage("1"),
    (result) => expect(result).toBeUndefined(),
  ],
];

/** Returns the result of a call, or its ChatServiceError. Throws any other error. */
async function outcome(
  call: Call,
  answer: { status: number; text: string; headers?: Record<string, string> },
  validateResponses = true,
) {
  const { client, thread: threadClient } = scripted([answer], {
    validateResponses,
    apiVersion: "2024-06-05-preview",
    retryOptions: { maxRetries: 1 },
  });
  try {
    return { result: await call(client, threadClient) };
  } catch (error) {
    if (!(error instanceof ChatServiceError)) throw error;
    return { error };
  }
}

const expectSound = (
  { result, error }: { result?: unknown; error?: ChatServiceError },
  check: Check,
) => {
  if (!error) return check(result as never);
  for (const text of [error.code, error.message]) isText(text);
  expect(error.message).not.toBe("");
};

/** Returns the body with one of its values replaced. */
function replaced(body: unknown, at: number, value: unknown): unknown {
  let left = at;
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item)]));
  };
  return walk(body);
}

const oddValues = fc.oneof(
  fc.constantFrom(null, "", 0, true, [], {}, "text", "2026-99-99T00:00:00Z", -1, 1e300, [null], {
    kind: "hologram",
  }),
  fc.jsonValue(),
);

test.each(calls)("%s: reads a valid response", async (_, status, body, call, check) => {
  const { result, error } = await outcome(call, { status, text: JSON.stringify(body) });
  expect(error).toBeUndefined();
  check(result as never);
});

test.each(calls)(
  "%s: handles a response with one replaced value",
  async (_, status, body, call, check) => {
    let failures = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 45 }), oddValues, async (at, value) => {
        const text = JSON.stringify(replaced(body, at, value));
        const end = await outcome(call, { status, text });
        expectSound(end, check);
        if (end.error) failures += 1;
      }),
      { numRuns },
    );
    // The body of a 204 is ignored. For other status codes, some bodies must have been rejected.
    expect(failures > 0).toBe(status !== 204);
  },
);

/** Property names that only responses use. */
const wireNames = /"(\w*[cC]ommunicationIdentifier|communicationUser|innererror)":/;

test.each(calls)(
  "%s: handles a response with one replaced value leniently",
  async (_, status, body, call) => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 45 }), oddValues, async (at, value) => {
        const text = JSON.stringify(replaced(body, at, value));
        const { result } = await outcome(call, { status, text }, false);
        expect(JSON.stringify(result) ?? "").not.toMatch(wireNames);
      }),
      { numRuns },
    );
  },
);

test.each(calls)(
  "%s: handles any JSON, any text and any status",
  async (_, status, body, call, check) => {
    const whole = JSON.stringify(body);
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.nat({ max: whole.length }).map((length) => whole.slice(0, length)),
      fc.constantFrom(
        "<html><body>502 Bad Gateway</body></html>",
        "\ufeff{}",
        "null",
        `${"[".repeat(20_000)}`,
        `{"__proto__":{"polluted":1}}`,
      ),
    );
    const statuses = fc.oneof(
      fc.constant(status),
      fc.constantFrom(
        100,
        200,
        201,
        204,
        206,
        301,
        304,
        400,
        401,
        403,
        404,
        413,
        418,
        429,
        500,
        503,
        599,
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, statuses, async (text, answered) => {
        const end = await outcome(call, {
          status: answered,
          text,
          headers: { location: "https://evil.example/" },
        });
        // A 204 has no body to parse. Any other undocumented status code is an error.
        expect(answered === status || end.error instanceof ChatServiceError).toBe(true);
        expectSound(end, check);
      }),
      { numRuns },
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  },
);

test("reads or rejects an oversized response", async () => {
  const [, , , , check] = calls.find(([name]) => name === "listMessages")!;
  const many = JSON.stringify({ value: Array.from({ length: 5000 }, () => message) });
  const listed = await outcome((_, client) => first(client.listMessages()), {
    status: 200,
    text: many,
  });
  expectSound(listed, check);
  const deep = `{"id":"1","x":${'{"x":'.repeat(100_000)}1${"}".repeat(100_000)}}`;
  const sent = await outcome((_, client) => client.sendMessage({ content: "c" }), {
    status: 201,
    text: deep,
  });
  expectSound(sent, (result: { id: unknown }) => isText(result.id));
  const error = await outcome((_, client) => client.getMessage("1"), {
    status: 400,
    text: `{"error":{"code":"x","message":"${"y".repeat(5e6)}"}}`,
  });
  expect(error.error).toMatchObject({ statusCode: 400, code: "x" });
});

const nested = (open: string, inner: string, close: string, depth = 200_000) =>
  open.repeat(depth) + inner + close.repeat(depth);

test.each([
  [400, nested('{"error":', "1", "}")],
  [500, nested('{"innererror":', "{}", "}")],
])("handles an endlessly nested error like any other: %i", async (status, text) => {
  const { thread: client } = scripted([{ status, text }], { retryOptions: { maxRetries: 0 } });
  const sent = client.sendMessage({ content: "c" });
  await expect(sent).rejects.toMatchObject({ statusCode: status, name: "RestError" });
});

test("handles an endlessly nested result", async () => {
  const { thread: client } = scripted([{ status: 201, text: nested('{"id":"1","x":', "1", "}") }]);
  expect(await client.sendMessage({ content: "c" })).toMatchObject({ id: "1" });
});
