import { describe, expect, it } from "vitest";
import { type Json, START, startChat } from "../../../test/support/chat.ts";

const named = (id: string, more: object = {}): object => ({
  communicationIdentifier: { rawId: id },
  ...more,
});

describe("addChatParticipants", () => {
  it("responds with 201 {} and posts one message per request", async () => {
    await using chat = await startChat();
    const [alice, bob, carol] = [await chat.user(), await chat.user(), await chat.user()];
    const thread = await chat.thread(alice);
    const participants = [
      named(bob.id, { displayName: "Bob", metadata: { role: "guest" } }),
      named(carol.id),
    ];
    const added = await chat.request(alice, "POST", `${thread}/participants/:add`, {
      participants,
    });
    expect([added.status, added.json]).toEqual([201, {}]);
    const [message] = (await chat.all(bob, `${thread}/messages`)).values;
    expect(message).toMatchObject({ type: "participantAdded", sequenceId: "3" });
    expect(message!["content"].participants).toHaveLength(2);
    const { values } = await chat.all(alice, `${thread}/participants`);
    expect(values[1]).toEqual({
      communicationIdentifier: {
        rawId: bob.id,
        communicationUser: { id: bob.id },
      },
      displayName: "Bob",
      shareHistoryTime: "1970-01-01T00:00:00Z",
      metadata: { role: "guest" },
    });
  });

  it("reports users of another resource with their exact id", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const participants = [named("8:acs:other_user"), named("8:gcch-acs:other_user")];
    const added = await chat.request(alice, "POST", `${thread}/participants/:add`, {
      participants,
    });
    expect(added.status).toBe(201);
    expect(added.json.invalidParticipants.map((one: Json) => [one.target, one.code])).toEqual([
      ["8:acs:other_user", "403"],
      ["8:gcch-acs:other_user", "403"],
    ]);
    expect((await chat.all(alice, `${thread}/messages`)).values).toHaveLength(2);
  });

  it("limits what a new participant sees by shareHistoryTime", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice);
    const old = await chat.send(alice, thread, "old");
    chat.emulator.control.clock.advance(60_000);
    const shareHistoryTime = new Date(START + 30_000).toISOString();
    const participants = [named(bob.id, { shareHistoryTime })];
    await chat.request(alice, "POST", `${thread}/participants/:add`, { participants });
    await chat.send(alice, thread, "new");
    const { values } = await chat.all(bob, `${thread}/messages`);
    expect(values.map(({ type }) => type)).toEqual(["text", "participantAdded"]);
    expect((await chat.request(bob, "GET", `${thread}/messages/${old}`)).status).toBe(404);
    expect((await chat.request(alice, "GET", `${thread}/messages/${old}`)).status).toBe(200);
  });

  it("accepts at most 250 participants in a thread, and adds none of a request that exceeds this", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const add = async (from: number, count: number): Promise<number> => {
      const participants = Array.from({ length: count }, (_, n) => named(`4:+${from + n}`));
      const path = `${thread}/participants/:add`;
      return (await chat.request(alice, "POST", path, { participants })).status;
    };
    expect(await add(0, 201)).toBe(400);
    expect(await add(0, 200)).toBe(201);
    expect(await add(200, 50)).toBe(400);
    expect((await chat.all(alice, `${thread}/participants?maxPageSize=200`)).values).toHaveLength(
      201,
    );
    expect(await add(200, 49)).toBe(201);
  });

  it("leaves existing participants unchanged", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [], {
      participants: [named(bob.id, { displayName: "Bob", metadata: { role: "guest" } })],
    });
    const before = await chat.all(alice, `${thread}/participants`);
    const again = {
      displayName: "B",
      metadata: { role: "x" },
      shareHistoryTime: "2030-01-01T00:00:00Z",
    };
    const added = await chat.request(alice, "POST", `${thread}/participants/:add`, {
      participants: [named(bob.id, again)],
    });
    expect([added.status, added.json]).toEqual([201, {}]);
    expect(await chat.all(alice, `${thread}/participants`)).toEqual(before);
    expect((await chat.all(bob, `${thread}/messages`)).values).toHaveLength(2);
  });

  it.each([
    [{}],
    [{ participants: [{}] }],
    [{ participants: [{ communicationIdentifier: {} }] }],
    [{ participants: [{ communicationIdentifier: { rawId: "" } }] }],
    [{ participants: [named("4:+1", { metadata: { key: "x".repeat(1022) } })] }],
    [{ participants: [named("4:+1", { shareHistoryTime: "yesterday" })] }],
    [
      {
        participants: [
          {
            communicationIdentifier: {
              communicationUser: { id: "8:acs:a_b" },
              phoneNumber: { value: "+1" },
            },
          },
        ],
      },
    ],
  ])("responds with 400 for %j", async (body) => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const added = await chat.request(alice, "POST", `${thread}/participants/:add`, body);
    expect(added.status).toBe(400);
  });
});

describe("listChatParticipants", () => {
  it("lists in the order they were added, by skip", async () => {
    await using chat = await startChat();
    const users = [await chat.user(), await chat.user(), await chat.user()];
    const [alice, ...others] = users;
    const thread = await chat.thread(alice!, others);
    const first = await chat.request(alice, "GET", `${thread}/participants?maxPageSize=2`);
    expect(first.json.nextLink).toContain("/participants?skip=2&maxPageSize=2&api-version=");
    const { values, pages } = await chat.all(alice!, `${thread}/participants?maxPageSize=2`);
    expect(values.map((one) => one["communicationIdentifier"].rawId)).toEqual(
      users.map(({ id }) => id),
    );
    expect(pages).toBe(2);
    const skipped = await chat.request(alice, "GET", `${thread}/participants?skip=3`);
    expect(skipped.json).toEqual({ value: [] });
    expect((await chat.request(alice, "GET", `${thread}/participants?skip=-1`)).status).toBe(400);
  });
});

describe("removeChatParticipant", () => {
  it.each(["application/json", "application/merge-patch+json"])(
    "responds with 204 and posts a message (%s)",
    async (type) => {
      await using chat = await startChat();
      const [alice, bob] = [await chat.user(), await chat.user()];
      const thread = await chat.thread(alice, [bob]);
      const path = `${thread}/participants/:remove`;
      const body = { communicationUser: { id: bob.id } };
      const headers = { "content-type": type };
      const removed = await chat.request(alice, "POST", path, body, { headers });
      expect([removed.status, removed.text]).toEqual([204, ""]);
      const [message] = (await chat.all(alice, `${thread}/messages`)).values;
      expect(message).toMatchObject({
        type: "participantRemoved",
        content: { participants: [{ communicationIdentifier: { rawId: bob.id } }] },
      });
      expect((await chat.request(alice, "POST", path, body)).status).toBe(404);
    },
  );

  it("lets a removed user read older messages only", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob]);
    const own = await chat.send(bob, thread, "of bob");
    await chat.request(alice, "POST", `${thread}/participants/:remove`, { rawId: bob.id });
    const later = await chat.send(alice, thread, "after");
    const { values } = await chat.all(bob, `${thread}/messages?maxPageSize=1`);
    expect(values.map(({ type }) => type)).toEqual([
      "participantRemoved",
      "text",
      "topicUpdated",
      "participantAdded",
    ]);
    expect((await chat.request(bob, "GET", `${thread}/messages/${own}`)).status).toBe(200);
    expect((await chat.request(bob, "GET", `${thread}/messages/${later}`)).status).toBe(404);
    for (const [method, path, body] of [
      ["GET", thread],
      ["GET", `${thread}/participants`],
      ["POST", `${thread}/messages`, { content: "x" }],
      ["PATCH", `${thread}/messages/${own}`, { content: "x" }],
      ["DELETE", `${thread}/messages/${own}`],
      ["POST", `${thread}/typing`],
      ["POST", `${thread}/readReceipts`, { chatMessageId: own }],
      ["POST", `${thread}/participants/:add`, { participants: [named(bob.id)] }],
    ] as const) {
      const refused = await chat.request(bob, method, path, body);
      expect([method, path, refused.status]).toEqual([method, path, 403]);
    }
    const listed = (await chat.all(bob, "/chat/threads")).values;
    expect(
      listed.map(({ id, deletedOn }) => [`/chat/threads/${encodeURIComponent(id)}`, deletedOn]),
    ).toEqual([[thread, undefined]]);
  });

  it("lets a user leave and be added again at the end of the list", async () => {
    await using chat = await startChat();
    const [alice, bob, carol] = [await chat.user(), await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob, carol]);
    const body = { rawId: bob.id };
    expect((await chat.request(bob, "POST", `${thread}/participants/:remove`, body)).status).toBe(
      204,
    );
    const participants = [named(bob.id)];
    await chat.request(alice, "POST", `${thread}/participants/:add`, { participants });
    const { values } = await chat.all(bob, `${thread}/participants`);
    expect(values.map((one) => one["communicationIdentifier"].rawId)).toEqual([
      alice.id,
      carol.id,
      bob.id,
    ]);
    expect((await chat.all(bob, "/chat/threads")).values).toHaveLength(1);
  });
});
