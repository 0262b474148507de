import { describe, expect, it } from "vitest";
import { START, startChat } from "../support/chat.ts";

// Each fact was seen in recordings of the official SDKs' live tests, with the API versions and years
// named.

const VERSIONS = ["2021-03-07", "2021-09-07", "2023-11-07", "2024-03-07", "2024-06-05-preview"];
const NEWEST = "2025-03-15";

describe("messages, as recorded", () => {
  it("keep their sequenceId when they are edited or deleted (2024, 2025)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const [edited, deleted] = [
      await chat.send(alice, thread, "one"),
      await chat.send(alice, thread, "two"),
    ];
    await chat.request(alice, "PATCH", `${thread}/messages/${edited}`, { content: "uno" });
    await chat.request(alice, "DELETE", `${thread}/messages/${deleted}`);
    const next = await chat.send(alice, thread, "three");
    const { values } = await chat.all(alice, `${thread}/messages`);
    const sequences = Object.fromEntries(values.map(({ id, sequenceId }) => [id, sequenceId]));
    expect(sequences).toMatchObject({ [edited]: "3", [deleted]: "4", [next]: "5" });
    // Only the version changes, and the list is sorted by it.
    expect(values.map(({ id }) => id).slice(0, 3)).toEqual([next, deleted, edited]);
  });

  it("have attachments from 2024-03-07 on, even if empty; system messages do not (2024, 2025)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    await chat.send(alice, thread, "text");
    const html = { content: "<b>html</b>", type: "html" };
    await chat.request(alice, "POST", `${thread}/messages`, html);
    const deleted = await chat.send(alice, thread, "deleted");
    await chat.request(alice, "DELETE", `${thread}/messages/${deleted}`);
    for (const version of [...VERSIONS, NEWEST]) {
      const list = await chat.request(alice, "GET", `${thread}/messages`, undefined, { version });
      const seen = list.json.value.map(
        (one: { type: string; content: { attachments?: unknown } }) => [
          one.type,
          one.content.attachments,
        ],
      );
      const empty = version >= "2024-03-07" ? [] : undefined;
      expect([version, seen]).toEqual([
        version,
        [
          ["text", empty],
          ["html", empty],
          ["text", empty],
          ["topicUpdated", undefined],
          ["participantAdded", undefined],
        ],
      ]);
    }
  });

  it("omit an absent senderDisplayName in 2025-03-15, and have an empty one before (2021 to 2025)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const id = await chat.send(alice, thread, "hi");
    for (const version of [...VERSIONS, NEWEST]) {
      const path = `${thread}/messages/${id}`;
      const { json } = await chat.request(alice, "GET", path, undefined, { version });
      expect([version, json.senderDisplayName]).toEqual([
        version,
        version === NEWEST ? undefined : "",
      ]);
      const named = json.senderDisplayName === undefined ? [] : ["senderDisplayName"];
      expect(Object.keys(json)).toEqual([
        "id",
        "type",
        "sequenceId",
        "version",
        "content",
        ...named,
        "createdOn",
        "senderCommunicationIdentifier",
      ]);
    }
  });

  it("are listed 10 per page, with a link that has a raw id, a US start time and the size (2021 to 2023)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    for (let n = 0; n < 10; n++) await chat.send(alice, thread, String(n));
    const first = await chat.request(alice, "GET", `${thread}/messages`);
    expect(first.json.value).toHaveLength(10);
    const id = decodeURIComponent(thread.slice("/chat/threads/".length));
    expect(first.json.nextLink.replace(/syncState=[\w-]+/, "syncState=…")).toBe(
      `https://localhost/chat/threads/${id}/messages?syncState=…` +
        "&startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&maxPageSize=10&api-version=2025-03-15",
    );
    expect((await chat.all(alice, first.json.nextLink)).values).toHaveLength(2);
  });

  it("respect a start time that a link repeats in US notation, including its fraction", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const { clock } = chat.emulator.control;
    // Noon and half past midnight are the special cases of a twelve-hour clock.
    for (const hours of [1 / 60, 12.5, 13.25]) {
      clock.set(START + hours * 3_600_000 + 250);
      await chat.send(alice, thread, "before");
      clock.advance(500);
      for (let n = 0; n < 4; n++) await chat.send(alice, thread, String(n));
      const startTime = new Date(START + hours * 3_600_000 + 500).toISOString();
      const path = `${thread}/messages?maxPageSize=2&startTime=${startTime}`;
      const { values } = await chat.all(alice, path);
      expect(values.map(({ content }) => content.message)).toEqual(["3", "2", "1", "0"]);
      const first = await chat.request(alice, "GET", path);
      const said = new URL(first.json.nextLink).searchParams.get("startTime")!;
      const again = `${thread}/messages?maxPageSize=9&startTime=${encodeURIComponent(said)}`;
      expect((await chat.all(alice, again)).values).toHaveLength(5);
    }
  });

  it.each(["GET", "PATCH", "DELETE"])(
    "%s with an id that is not a number: 400 that repeats it (2021, 2022)",
    async (method) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const thread = await chat.thread(alice);
      for (const id of ["invalid_chat_message_id", "-1", "1e3", "1.5"]) {
        const body = method === "PATCH" ? { content: "x" } : undefined;
        const answer = await chat.request(alice, method, `${thread}/messages/${id}`, body);
        expect([answer.status, answer.json]).toEqual([
          400,
          {
            CommunicationError: {
              Code: "BadRequest",
              Message: `Value for MessageId (${id}) is not valid.`,
              Details: [],
            },
          },
        ]);
      }
    },
  );

  it("that do not exist cannot be marked as read: 404 without a message (2021, 2022)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const body = { chatMessageId: "1600000000000" };
    const answer = await chat.request(alice, "POST", `${thread}/readReceipts`, body);
    expect([answer.status, answer.json]).toEqual([
      404,
      { CommunicationError: { Code: "NotFound", Details: [] } },
    ]);
  });

  it("keep the mentions of the UI library with their attributes, and no scripts", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const mention = `<msft-mention id="${alice.id}" displayText="Alice">Alice</msft-mention>`;
    const content = `<p>Hi ${mention}<b ONCLICK="x()" DIR="rtl">!</b></p><MSFT-MENTION onclick="x()" id="a">B</MSFT-MENTION>`;
    const sent = await chat.request(alice, "POST", `${thread}/messages`, { content, type: "html" });
    const { json } = await chat.request(alice, "GET", `${thread}/messages/${sent.json.id}`);
    expect(json.content.message).toBe(
      `<p>Hi ${mention}<b dir="rtl">!</b></p><msft-mention id="a">B</msft-mention>`,
    );
  });
});
