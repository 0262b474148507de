import { AzureLogger, setLogLevel } from "@azure/logger";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  addChatParticipants,
  createChatContext,
  getChatMessage,
  getChatThreadProperties,
  listChatMessages,
} from "../src/index.ts";
import { countingCredential, serve } from "./server.ts";

const createdOn = "2025-03-15T10:00:00Z";
const creator = { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } };
const thread = {
  id: "19:abc@thread.v2",
  topic: "Lunch",
  createdOn,
  createdByCommunicationIdentifier: creator,
};
const message = { id: "1", type: "text", sequenceId: "1", version: "1", createdOn };

const warnings: string[] = [];
const { log } = AzureLogger;
beforeEach(() => {
  warnings.length = 0;
  setLogLevel("warning");
  AzureLogger.log = (...args) => void warnings.push(args.join(" "));
});
afterEach(() => {
  AzureLogger.log = log;
  setLogLevel();
});

async function lenient<T>(
  body: unknown,
  run: (context: ReturnType<typeof createChatContext>) => Promise<T>,
  status = 200,
): Promise<T> {
  await using server = await serve(() => ({ status, body }));
  return await run(createChatContext(server.endpoint, countingCredential()));
}

test.each([
  ["a missing string", { ...thread, topic: undefined }, "topic should be a string, but is missing"],
  ["null for a string", { ...thread, topic: null }, "topic should be a string, but is null"],
  ["a number for a string", { ...thread, topic: 5 }, "topic should be a string, but is a number"],
  [
    "an invalid date",
    { ...thread, createdOn: "soon" },
    "createdOn should be a date-time with an offset, but is a string",
  ],
  [
    "a date without an offset",
    { ...thread, createdOn: "2025-03-15T10:00:00" },
    "createdOn should be a date-time with an offset, but is a string",
  ],
  [
    "null for a model",
    { ...thread, createdByCommunicationIdentifier: null },
    "createdByCommunicationIdentifier should be an object, but is null",
  ],
  [
    "a list for a record",
    { ...thread, metadata: ["a"] },
    "metadata should be an object, but is an array",
  ],
  [
    "a number in a record",
    { ...thread, metadata: { hidden: 7 } },
    "metadata.* should be a string, but is a number",
  ],
])("passes %s through and logs it once", async (_, body, problem) => {
  const read = await lenient(body, async (context) => {
    await getChatThreadProperties(context, "t");
    return getChatThreadProperties(context, "t");
  });
  const sent = JSON.parse(JSON.stringify(body)) as typeof thread;
  const isDate = sent.createdOn === createdOn;
  expect(read).toEqual({ ...sent, createdOn: isDate ? new Date(createdOn) : sent.createdOn });
  expect(warnings).toEqual([`azure:acs-chat-rest:warning getChatThreadProperties: $.${problem}`]);
});

test("logs a path once for all items of a page, without values", async () => {
  const value = Array.from({ length: 20 }, (_, index) => ({
    ...message,
    sequenceId: index,
    content: { participants: [{ communicationIdentifier: null }] },
  }));
  const page = await lenient({ value }, (context) =>
    listChatMessages(context, "t").byPage().next(),
  );
  expect(page.value).toHaveLength(20);
  expect(warnings.map((line) => line.replace(/^azure:acs-chat-rest:warning /, ""))).toEqual([
    "listChatMessages: $.value[*].sequenceId should be a string, but is a number",
    "listChatMessages: $.value[*].content.participants[*].communicationIdentifier should be an object, but is null",
  ]);
});

test.each([
  ["missing", {}],
  ["null", { value: null }],
])("returns an empty page for items that are %s, and logs it", async (_, body) => {
  const items: unknown[] = [];
  await lenient(body, async (context) => {
    for await (const item of listChatMessages(context, "t")) items.push(item);
  });
  expect(items).toEqual([]);
  expect(warnings).toHaveLength(1);
});

test("resolves without a body if all properties of the result are optional", async () => {
  const result = await lenient(
    "",
    (context) => addChatParticipants(context, "t", { participants: [] }),
    201,
  );
  expect(result).toEqual({});
  expect(warnings.join()).toContain("addChatParticipants: $ should be present, but is missing");
});

test.each([
  ["no body", ""],
  ["null", "null"],
  ["an array", []],
  ["a string", '"thread"'],
  ["no JSON", "<html>"],
])("rejects %s if the body must be an object", async (_, body) => {
  const call = lenient(body, (context) => getChatMessage(context, "t", "1"));
  await expect(call).rejects.toMatchObject({ name: "RestError", code: "PARSE_ERROR" });
});

test.each([{ value: {} }, { value: "none" }, { value: [message], nextLink: 5 }])(
  "rejects a page whose items cannot be read: %j",
  async (body) => {
    const call = lenient(body, (context) => listChatMessages(context, "t").next());
    await expect(call).rejects.toMatchObject({ name: "RestError", code: "PARSE_ERROR" });
  },
);
