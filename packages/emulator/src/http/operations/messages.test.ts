import { describe, expect, it } from "vitest";
import { FORBIDDEN, type Json, START, startChat } from "../../../test/support/chat.ts";

describe("sendChatMessage", () => {
  it("responds with 201 with an id of epoch milliseconds and its location", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const sent = await chat.request(alice, "POST", `${thread}/messages`, { content: "hi" });
    expect(sent.status).toBe(201);
    expect(Object.keys(sent.json)).toEqual(["id"]);
    const id = Number(sent.json.id);
    expect(id).toBeGreaterThanOrEqual(START);
    expect(id).toBeLessThan(START + 1000);
    const raw = thread.replace("%40", "@");
    expect(sent.headers.get("location")).toBe(`https://localhost${raw}/messages/${id}`);
    const read = await chat.request(alice, "GET", `${thread}/messages/${id}`);
    expect(read.json).toEqual({
      id: String(id),
      type: "text",
      sequenceId: "3",
      version: String(id),
      content: { message: "hi", attachments: [] },
      senderCommunicationIdentifier: {
        rawId: alice.id,
        communicationUser: { id: alice.id },
      },
      createdOn: "2026-01-01T12:00:00Z",
    });
  });

  it("assigns different ids and increasing sequences to messages of the same millisecond", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    await Promise.all(Array.from({ length: 20 }, (_, n) => chat.send(alice, thread, String(n))));
    const { values } = await chat.all(alice, `${thread}/messages?maxPageSize=200`);
    expect(new Set(values.map(({ id }) => id)).size).toBe(22);
    expect(values.map(({ sequenceId }) => Number(sequenceId))).toEqual(
      Array.from({ length: 22 }, (_, n) => 22 - n),
    );
  });

  it.each(["topicUpdated", "participantAdded", "participantRemoved", "image", ""])(
    "refuses the type %j",
    async (type) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const thread = await chat.thread(alice);
      const sent = await chat.request(alice, "POST", `${thread}/messages`, { content: "x", type });
      expect(sent.status).toBe(400);
    },
  );

  it("sanitizes html, and leaves text alone", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const content = '<b onclick="x()">hi</b><script>x()</script><a href="javascript:x()">l</a>';
    const ids: string[] = [];
    for (const type of ["html", "text"]) {
      const sent = await chat.request(alice, "POST", `${thread}/messages`, { content, type });
      ids.push(sent.json.id);
    }
    const read = async (id: string): Promise<string> =>
      (await chat.request(alice, "GET", `${thread}/messages/${id}`)).json.content.message;
    expect(await read(ids[0]!)).toBe("<b>hi</b><a>l</a>");
    expect(await read(ids[1]!)).toBe(content);
    await chat.request(alice, "PATCH", `${thread}/messages/${ids[0]}`, {
      content: "<i>new</i><iframe></iframe>",
    });
    expect(await read(ids[0]!)).toBe("<i>new</i>");
  });

  it("accepts at most 28 KB of UTF-8", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const send = async (content: string): Promise<number> =>
      (await chat.request(alice, "POST", `${thread}/messages`, { content })).status;
    expect(await send("ä".repeat(14 * 1024))).toBe(201);
    expect(await send(`${"ä".repeat(14 * 1024)}x`)).toBe(413);
    await using loose = await startChat({ strictness: "loose" });
    const bob = await loose.user();
    const room = await loose.thread(bob);
    expect(await loose.send(bob, room, "x".repeat(40 * 1024))).toMatch(/^\d+$/);
  });
});

describe("updateChatMessage", () => {
  it("keeps id, sequence and creation time, and sets a new version and editedOn", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const id = await chat.send(alice, thread, "old");
    await chat.send(alice, thread, "later");
    chat.emulator.control.clock.advance(5000);
    const path = `${thread}/messages/${id}`;
    const edited = await chat.request(alice, "PATCH", path, { content: "new" });
    expect([edited.status, edited.text]).toEqual([204, ""]);
    expect((await chat.request(alice, "GET", path)).json).toMatchObject({
      id,
      sequenceId: "3",
      version: String(START + 5000),
      content: { message: "new" },
      createdOn: "2026-01-01T12:00:00Z",
      editedOn: "2026-01-01T12:00:05Z",
    });
    const { values } = await chat.all(alice, `${thread}/messages`);
    expect(values.map(({ content }) => content.message)).toEqual([
      "new",
      "later",
      undefined,
      undefined,
    ]);
  });

  it("merges metadata and keeps content that is not given", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const metadata = { a: "1", b: "2" };
    const sent = await chat.request(alice, "POST", `${thread}/messages`, {
      content: "x",
      metadata,
    });
    const path = `${thread}/messages/${sent.json.id}`;
    await chat.request(alice, "PATCH", path, { metadata: { a: "", c: "3" } });
    const after = (await chat.request(alice, "GET", path)).json;
    expect(after.metadata).toEqual({ b: "2", c: "3" });
    expect(after.content).toEqual({ message: "x", attachments: [] });
  });

  it("is allowed for the sender only, and not for system messages", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob]);
    const id = await chat.send(alice, thread, "mine");
    const system = (await chat.all(alice, `${thread}/messages`)).values.at(-1)!["id"];
    for (const [user, message] of [
      [bob, id],
      [alice, system],
    ]) {
      const path = `${thread}/messages/${message}`;
      for (const refused of [
        await chat.request(user, "PATCH", path, { content: "x" }),
        await chat.request(user, "DELETE", path),
      ]) {
        expect(refused.status).toBe(403);
        expect(refused.json).toEqual(FORBIDDEN);
      }
    }
  });
});

describe("deleteChatMessage", () => {
  it("leaves the message in the list without its content", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const body = { content: "secret", senderDisplayName: "Alice" };
    const sent = await chat.request(alice, "POST", `${thread}/messages`, body);
    const path = `${thread}/messages/${sent.json.id}`;
    await chat.request(alice, "PATCH", path, { content: "edited" });
    chat.emulator.control.clock.advance(5000);
    expect((await chat.request(alice, "DELETE", path)).status).toBe(204);
    const [first] = (await chat.all(alice, `${thread}/messages`)).values;
    expect(first).toMatchObject({
      id: sent.json.id,
      sequenceId: "3",
      content: { message: "", attachments: [] },
      senderDisplayName: "Alice",
      deletedOn: "2026-01-01T12:00:05Z",
    });
    expect(first).not.toHaveProperty("editedOn");
    expect((await chat.request(alice, "DELETE", path)).status).toBe(204);
    expect((await chat.request(alice, "GET", path)).json).toEqual(first);
    expect((await chat.request(alice, "PATCH", path, { content: "x" })).status).toBe(404);
  });
});

describe("getChatMessage", () => {
  it.each(["1", "0", "999999999999999999999"])(
    "responds with 404 for the unknown id %s",
    async (id) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const thread = await chat.thread(alice);
      expect((await chat.request(alice, "GET", `${thread}/messages/${id}`)).status).toBe(404);
    },
  );
});

describe("listChatMessages", () => {
  it("pages by version through the messages that existed at the first page, newest first", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await chat.send(alice, thread, String(n)));
    const first = await chat.request(alice, "GET", `${thread}/messages?maxPageSize=2`);
    expect(first.json.value.map((one: Json) => one.id)).toEqual([ids[4], ids[3]]);
    // A new message and an edit of an unread one while paging: neither appears on later pages.
    await chat.send(alice, thread, "new");
    await chat.request(alice, "PATCH", `${thread}/messages/${ids[2]}`, { content: "edited" });
    const rest = await chat.all(alice, first.json.nextLink);
    expect(rest.values.map(({ id }) => id).slice(0, 2)).toEqual([ids[1], ids[0]]);
    expect(rest.values).toHaveLength(4);
    const again = await chat.all(alice, `${thread}/messages?maxPageSize=3`);
    expect(again.values.map(({ content }) => content.message ?? "-")).toEqual([
      "edited",
      "new",
      "4",
      "3",
      "1",
      "0",
      "-",
      "-",
    ]);
  });

  it("returns an absolute nextLink with the API version and without braces, and none on the last page", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const path = `${thread}/messages?maxPageSize=1&startTime=2020-01-01T00:00:00Z`;
    const first = await chat.request(alice, "GET", path, undefined, { version: "2021-09-07" });
    const link = new URL(first.json.nextLink);
    expect(link.origin).toBe("https://localhost");
    expect(link.searchParams.get("api-version")).toBe("2021-09-07");
    expect(link.searchParams.get("maxPageSize")).toBe("1");
    expect(link.searchParams.get("startTime")).toBe("1/1/2020 12:00:00 AM +00:00");
    expect(first.json.nextLink).not.toMatch(/[{}]/);
    const second = await chat.request(alice, "GET", first.json.nextLink);
    expect(second.json.value).toHaveLength(1);
    // A last page that is exactly full still has a next link.
    const last = await chat.request(alice, "GET", second.json.nextLink);
    expect(last.json).toEqual({ value: [] });
  });

  it("limits pages to 200", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    for (let n = 0; n < 200; n++) await chat.send(alice, thread, String(n));
    const page = await chat.request(alice, "GET", `${thread}/messages?maxPageSize=1000`);
    expect(page.json.value).toHaveLength(200);
    expect(page.json).toHaveProperty("nextLink");
  });

  it("respects startTime, to the millisecond and beyond", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const old = await chat.send(alice, thread, "old");
    chat.emulator.control.clock.advance(60_000);
    await chat.send(alice, thread, "new");
    await chat.request(alice, "PATCH", `${thread}/messages/${old}`, { content: "old, edited" });
    const list = async (startTime: string): Promise<string[]> =>
      (await chat.all(alice, `${thread}/messages?startTime=${startTime}`)).values.map(
        ({ content }) => content.message ?? "-",
      );
    expect(await list("2026-01-01T12:00:00Z")).toEqual(["old, edited", "new", "-", "-"]);
    expect(await list("2026-01-01T12:01:00.000000Z")).toEqual(["new"]);
    expect(await list("2026-01-01T12:01:01Z")).toEqual([]);
    expect(await list("2030-01-01T00:00:00%2B02:00")).toEqual([]);
  });

  it.each([
    "maxPageSize=0",
    "maxPageSize=-1",
    "maxPageSize=x",
    "maxPageSize=99999999999",
    "startTime=yesterday",
    "syncState=%00",
    "syncState=e30",
    "syncState=WzEsMl0x",
  ])("responds with 400 for %s", async (query) => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const page = await chat.request(alice, "GET", `${thread}/messages?${query}`);
    expect(page.status).toBe(400);
    expect(page.json.CommunicationError.Code).toBe("BadRequest");
  });
});
