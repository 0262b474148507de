import { expect, test } from "vitest";
import { isChatServiceError } from "../src/index.ts";
import { scripted, threadId } from "./support/scripted.ts";

const time = "2026-01-01T00:00:00Z";
const user = { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } };
const ada = { kind: "communicationUser", communicationUserId: "8:acs:a" };
const message = { id: "1", type: "text", sequenceId: "1", version: "1", createdOn: time };
const read = { ...message, createdOn: new Date(time) };
const thread = {
  id: threadId,
  topic: "t",
  createdOn: time,
  createdByCommunicationIdentifier: user,
};

const lenient = (body: unknown, status = 200) =>
  scripted([body === undefined ? { status } : { status, body }], { validateResponses: false });

const messages: [string, object, object][] = [
  ["a metadata value that is a number", { metadata: { a: 1 } }, { metadata: { a: 1 } }],
  ["no sequenceId", { sequenceId: undefined }, { sequenceId: undefined }],
  ["a version that is null", { version: null }, { version: null }],
  ["an invalid date", { createdOn: "soon" }, { createdOn: "soon" }],
  ["a sender that is a string", { senderCommunicationIdentifier: "x" }, { sender: "x" }],
  [
    "an empty sender",
    { senderCommunicationIdentifier: {} },
    { sender: { kind: "unknown", id: "" } },
  ],
  ["content that is a string", { content: "x" }, { content: "x" }],
  [
    "participants that are an object",
    { content: { participants: {} } },
    { content: { participants: {} } },
  ],
  [
    "participants with null among them",
    { content: { participants: [null, { communicationIdentifier: user }] } },
    { content: { participants: [null, { id: ada }] } },
  ],
];

test.each(messages)("returns a message with %s unchanged", async (_, odd, expected) => {
  const client = lenient({ ...message, ...odd });
  expect(await client.thread.getMessage("1")).toEqual({ ...read, ...expected });
});

test.each(messages.filter(([name]) => name !== "an empty sender"))(
  "rejects a message with %s if responses are validated",
  async (_, odd) => {
    const { thread: client } = scripted([{ body: { ...message, ...odd } }]);
    const error: unknown = await client.getMessage("1").catch((caught: unknown) => caught);
    expect(isChatServiceError(error) && error.code).toBe("PARSE_ERROR");
    expect((error as Error).message).toMatch(/getMessage failed: getChatMessage: .*\$\.\w+/);
  },
);

test("removes a null sender, whose wire name is not public", async () => {
  const client = lenient({ ...message, senderCommunicationIdentifier: null });
  const result = await client.thread.getMessage("1");
  expect(result).toEqual(read);
  expect(result).not.toHaveProperty("senderCommunicationIdentifier");
});

test("keeps the other messages of a page with an invalid one", async () => {
  const { thread: client } = lenient({ value: [message, null, { id: "2" }] });
  const page = await client.listMessages().toArray();
  expect(page).toEqual([read, null, { id: "2" }]);
});

test("returns a thread without a topic unchanged", async () => {
  const { thread: client } = lenient({ ...thread, topic: undefined, metadata: null });
  expect(await client.getProperties()).toEqual({
    id: threadId,
    createdOn: new Date(time),
    createdBy: ada,
    metadata: null,
  });
});

test("resolves if the results of a successful call are missing", async () => {
  const { client, thread: threadClient } = lenient(undefined, 201);
  expect(await client.createChatThread({ topic: "t" })).toEqual({});
  expect(await threadClient.addParticipants({ participants: [] })).toEqual({});
});

test("rejects an empty response if the result has required properties", async () => {
  const { thread: client } = lenient(undefined, 201);
  await expect(client.sendMessage({ content: "c" })).rejects.toMatchObject({ code: "PARSE_ERROR" });
});

test("rejects a validateResponses that is not a boolean", async () => {
  const { thread: client, sent } = scripted([{}], { validateResponses: "yes" as never });
  await expect(client.getProperties()).rejects.toMatchObject({
    argument: "options.validateResponses",
  });
  expect(sent).toEqual([]);
});
