import { describe, expect, it } from "vitest";
import { type Answer, type Chat, type Json, START, startChat } from "../../test/support/chat.ts";

const control = (
  chat: Chat,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => chat.request(undefined, method, `/_emulator${path}`, body, { headers });

/** Sends a GET request without the query parameter that chat requests have. */
async function get(chat: Chat, path: string): Promise<Response> {
  return chat.emulator.fetch(new Request(`https://localhost/_emulator${path}`));
}

describe("the control API", () => {
  it("returns the state of the emulator", async () => {
    await using chat = await startChat();
    const { json } = await control(chat, "GET", "/health");
    expect(json).toMatchObject({
      status: "ok",
      storage: "memory",
      strictness: "default",
      now: "2026-01-01T12:00:00Z",
      connectionString: chat.emulator.connectionString,
    });
    expect(json.apiVersions).toContain("2025-03-15");
  });

  it("creates users and tokens; the same name results in the same user in every emulator", async () => {
    await using chat = await startChat();
    await using other = await startChat();
    const made = await control(chat, "POST", "/users", { name: "carol" });
    expect(made.status).toBe(201);
    expect((await chat.request(made.json, "GET", "/chat/threads")).status).toBe(200);
    expect((await control(other, "POST", "/users", { name: "carol" })).json.id).toBe(made.json.id);
    const limited = { name: "dave", scopes: ["chat.join"], expiresInMinutes: 60 };
    const dave = await control(chat, "POST", "/users", limited);
    expect(Date.parse(dave.json.expiresOn)).toBe(START + 60 * 60_000);
    const users: Json = await (await get(chat, "/users")).json();
    const names = users.map((one: Json) => one.name);
    expect(names).toEqual(["alice", "bob", "carol", "dave"]);
  });

  it("freezes, advances, sets and resets the clock", async () => {
    await using chat = await startChat();
    const set = { set: "2030-01-01T00:00:00Z", freeze: true, advance: 1500 };
    const { json } = await control(chat, "POST", "/clock", set);
    expect(json).toEqual({ now: "2030-01-01T00:00:01.500Z", frozen: true });
    expect(await (await get(chat, "/clock")).json()).toEqual(json);
    await control(chat, "POST", "/clock", { reset: true });
    expect(chat.emulator.control.clock.now()).toBe(START);
  });

  it("adds, lists and clears faults", async () => {
    await using chat = await startChat();
    const fault = { operations: ["listChatThreads"], action: "status", status: 500, times: 2 };
    expect((await control(chat, "POST", "/faults", fault)).status).toBe(201);
    const alice = await chat.user();
    expect((await chat.request(alice, "GET", "/chat/threads")).status).toBe(500);
    expect(await (await get(chat, "/faults")).json()).toEqual([{ ...fault, times: 1, skip: 0 }]);
    expect((await control(chat, "DELETE", "/faults")).status).toBe(204);
    expect((await chat.request(alice, "GET", "/chat/threads")).status).toBe(200);
  });

  it("shows and filters the request log, and clears it", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    await chat.thread(alice);
    await chat.request(alice, "GET", "/chat/threads");
    const list = async (query: string): Promise<Json> =>
      (await get(chat, `/requests${query}`)).json();
    expect(await list("")).toHaveLength(2);
    expect(await list("?method=GET&limit=5")).toMatchObject([{ operation: "listChatThreads" }]);
    expect((await get(chat, "/requests?wrong=1")).status).toBe(400);
    await control(chat, "DELETE", "/requests");
    expect(await list("")).toEqual([]);
  });

  it("restores a snapshot, also in another emulator, and keeps tokens valid", async () => {
    await using chat = await startChat();
    const alice = await chat.user("alice");
    const thread = await chat.thread(alice);
    await chat.send(alice, thread, "before");
    const snapshot = await (await get(chat, "/snapshot")).json();
    await chat.send(alice, thread, "after");
    await using other = await startChat();
    for (const target of [chat, other]) {
      expect((await control(target, "PUT", "/snapshot", snapshot)).status).toBe(204);
      const { values } = await target.all(alice, `${thread}/messages`);
      expect(values.map(({ content }) => content.message)).toEqual([
        "before",
        undefined,
        undefined,
      ]);
      await target.send(alice, thread, "goes on");
    }
  });

  it("adds a seed, and resets to the initial seed", async () => {
    const seed = {
      users: [{ name: "carol" }],
      threads: [
        {
          topic: "Seeded",
          createdBy: "carol",
          participants: ["4:+1"],
          messages: [{ from: "carol", content: "hi" }],
        },
      ],
    };
    await using chat = await startChat({ seed });
    const carol = await chat.user("carol");
    const topics = async (): Promise<string[]> =>
      (await chat.all(carol, "/chat/threads")).values.map(({ topic }) => topic);
    expect(await topics()).toEqual(["Seeded"]);
    chat.emulator.control.clock.advance(1000);
    const more = {
      users: [{ name: "dave" }, { name: "carol" }],
      threads: [
        {
          topic: "More",
          createdBy: "dave",
          participants: [{ user: "carol", displayName: "Carol" }],
          messages: [{ from: "carol", content: "<b>x</b><script></script>", type: "html" }],
        },
      ],
    };
    const seeded = await control(chat, "POST", "/seed", more);
    expect(seeded.json.threads).toEqual([{ id: expect.any(String), topic: "More" }]);
    expect(await topics()).toEqual(["More", "Seeded"]);
    const id = encodeURIComponent(seeded.json.threads[0].id);
    const [first] = (await chat.all(carol, `/chat/threads/${id}/messages`)).values;
    expect(first!["content"].message).toBe("<b>x</b>");
    expect((await control(chat, "POST", "/reset")).status).toBe(204);
    expect(await topics()).toEqual(["Seeded"]);
    expect(chat.emulator.control.clock.now()).toBe(START);
  });

  it.each([
    ["POST", "/seed", { users: [{ name: "a" }, { name: "a" }] }, "users[1] repeats the name a"],
    ["POST", "/seed", { users: [{ name: "" }] }, "users[0].name must be a non-empty string"],
    ["POST", "/seed", { users: [{ name: "a", id: "8:acs:x_y" }] }, "users[0].id must start with"],
    ["POST", "/seed", { wrong: 1 }, "unknown property wrong"],
    ["POST", "/seed", { threads: [{ topic: "x", createdBy: "nobody" }] }, "threads[0].createdBy"],
    [
      "POST",
      "/seed",
      { threads: [{ topic: "x", createdBy: "4:+1", messages: [{ from: "4:+2", content: "x" }] }] },
      "permission",
    ],
    ["POST", "/seed", "{", "not valid JSON"],
    ["PUT", "/snapshot", {}, "not a snapshot"],
    ["PUT", "/snapshot", { format: 1, at: 1, state: {} }, "state.identities is missing"],
    ["POST", "/clock", { advance: -1 }, "clock.advance"],
    ["POST", "/clock", { set: "soon" }, "clock.set"],
    ["POST", "/clock", { wrong: 1 }, "unknown property wrong"],
    ["POST", "/faults", { action: "explode" }, "fault.action"],
    ["POST", "/faults", { status: 99 }, "fault.status"],
    ["POST", "/faults", [], "fault must be an object"],
    ["POST", "/users", { scopes: ["everything"] }, "Unknown scopes"],
    ["POST", "/users", { id: "8:acs:other_x" }, "must start with"],
    ["POST", "/users", { expiresInMinutes: 1 }, "[60, 1440]"],
  ])("refuses %s %s %j without changing anything", async (method, path, body, message) => {
    await using chat = await startChat();
    const before = chat.emulator.control.state();
    const answer = await control(chat, method, path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(404);
    expect(answer.json.error.message).toContain(message);
    expect(chat.emulator.control.state()).toEqual(before);
  });

  it("responds to unknown paths with 404 in its own shape", async () => {
    await using chat = await startChat();
    const answer = await control(chat, "GET", "/nothing");
    expect([answer.status, answer.json.error.code]).toEqual([404, "NotFound"]);
  });

  it("refuses other host names than loopback, and other origins", async () => {
    await using chat = await startChat();
    const send = (url: string, origin?: string): Promise<Response> =>
      chat.emulator.fetch(
        new Request(`${url}/_emulator/reset`, {
          method: "POST",
          headers: origin === undefined ? {} : { origin },
        }),
      );
    expect((await send("http://127.0.0.1:1")).status).toBe(204);
    expect((await send("http://[::1]:1", "http://localhost:3000")).status).toBe(204);
    expect((await send("http://evil.example")).status).toBe(403);
    expect((await send("http://localhost", "https://evil.example")).status).toBe(403);
    expect((await send("http://localhost", "null")).status).toBe(403);
    const response = await get(chat, "/health");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("notifies the page when a fault has no requests left", async () => {
    await using chat = await startChat();
    chat.emulator.control.faults.add({ action: "status" });
    const { body } = await get(chat, "/events");
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain("event: hello");
    expect((await chat.request(undefined, "GET", "/chat/threads")).status).toBe(503);
    expect((await reader.read()).value).toContain(
      'event: control\ndata: {"path":"/_emulator/faults"}',
    );
    await reader.cancel();
  });

  it("streams the request log", async () => {
    await using chat = await startChat();
    const { body } = await get(chat, "/requests/stream");
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    await chat.request(undefined, "GET", "/nowhere");
    let text = "";
    while (!text.includes("\n\n")) text += (await reader.read()).value ?? "";
    const [, data] = /^data: (.*)$/m.exec(text) ?? [];
    expect(JSON.parse(data ?? "")).toMatchObject({
      status: 404,
      target: expect.stringContaining("/nowhere"),
    });
    await reader.cancel();
  });

  it("drops entries that a stalled stream of the request log cannot buffer, and reports the loss", async () => {
    await using chat = await startChat();
    const { body } = await get(chat, "/requests/stream");
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const content = "x".repeat(60_000);
    // 12 MB of entries that nobody reads.
    for (let n = 0; n < 200; n++) {
      await chat.request(alice, "POST", `${thread}/messages`, { content });
    }
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    while (!/event: loss\ndata: .*\n/.test(heard)) {
      const { done, value } = await reader.read();
      if (done) throw new Error("The stream ended.");
      heard += value;
    }
    await reader.cancel();
    const { count } = JSON.parse(/event: loss\ndata: (.*)\n/.exec(heard)![1]!) as Json;
    const entries = heard.match(/^id: /gm)!.length;
    expect(entries + count).toBe(201);
    expect(heard.length).toBeLessThan(6 * 1024 * 1024);
  });
});
