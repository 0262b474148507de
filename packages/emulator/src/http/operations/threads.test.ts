import { describe, expect, it } from "vitest";
import { FORBIDDEN, type Json, START, startChat } from "../../../test/support/chat.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("createChatThread", () => {
  it("responds with 201, the thread, its location, and no invalidParticipants", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const made = await chat.request(alice, "POST", "/chat/threads", { topic: "Lunch" });
    expect(made.status).toBe(201);
    expect(made.json).toEqual({
      chatThread: {
        id: expect.stringMatching(/^19:acsV1_[\w-]{43}1@thread\.v2$/),
        topic: "Lunch",
        createdOn: "2026-01-01T12:00:00Z",
        createdByCommunicationIdentifier: {
          rawId: alice.id,
          communicationUser: { id: alice.id },
        },
        retentionPolicy: { kind: "none" },
      },
    });
    const encoded = made.json.chatThread.id.replace(":", "%3A");
    expect(made.headers.get("location")).toBe(`https://localhost/chat/threads/${encoded}`);
  });

  it("adds the creator and posts two system messages", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob]);
    const { values } = await chat.all(bob, `${thread}/messages`);
    expect(values.map(({ type, sequenceId }) => [type, sequenceId])).toEqual([
      ["topicUpdated", "2"],
      ["participantAdded", "1"],
    ]);
    const [renamed, added] = values;
    expect(renamed!["content"]["topic"]).toBe("Lunch");
    expect(added!["content"]["initiatorCommunicationIdentifier"]["rawId"]).toBe(alice.id);
    expect(
      added!["content"]["participants"].map((one: Json) => [
        one.communicationIdentifier.rawId,
        one.shareHistoryTime,
      ]),
    ).toEqual([
      [alice.id, "1970-01-01T00:00:00Z"],
      [bob.id, "1970-01-01T00:00:00Z"],
    ]);
    expect(Object.keys(added!)).not.toContain("senderDisplayName");
    expect(Object.keys(added!)).not.toContain("senderCommunicationIdentifier");
  });

  it("reports users of another resource, and adds the others", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const made = await chat.request(alice, "POST", "/chat/threads", {
      topic: "Lunch",
      participants: [
        { communicationIdentifier: { communicationUser: { id: bob.id } } },
        { communicationIdentifier: { rawId: "8:acs:other_user" } },
        { communicationIdentifier: { phoneNumber: { value: "+15551234567" } } },
        { communicationIdentifier: { rawId: "28:something" } },
      ],
    });
    expect(made.status).toBe(201);
    expect(made.json.invalidParticipants).toEqual([
      { target: "8:acs:other_user", code: "403", message: "Permissions check failed" },
    ]);
    const id = encodeURIComponent(made.json.chatThread.id);
    const { values } = await chat.all(bob, `/chat/threads/${id}/participants`);
    expect(values.map((one) => one["communicationIdentifier"].rawId)).toEqual([
      alice.id,
      bob.id,
      "4:+15551234567",
      "28:something",
    ]);
  });

  it("returns the same thread for the same repeatability-request-id of the same user", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const create = async (user: typeof alice, id: string): Promise<string> => {
      const headers = { "repeatability-request-id": id };
      const made = await chat.request(user, "POST", "/chat/threads", { topic: id }, { headers });
      expect(made.status).toBe(201);
      return made.json.chatThread.id;
    };
    const first = await create(alice, "no uuid # at all");
    expect(await create(alice, "no uuid # at all")).toBe(first);
    expect(await create(alice, "another")).not.toBe(first);
    expect(await create(bob, "no uuid # at all")).not.toBe(first);
    expect((await chat.all(alice, "/chat/threads")).values).toHaveLength(2);
  });

  it("refuses more than 200 participants in a request, without a message", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const participants = Array.from({ length: 201 }, (_, index) => ({
      communicationIdentifier: { rawId: `4:+${index}` },
    }));
    const made = await chat.request(alice, "POST", "/chat/threads", { topic: "x", participants });
    expect(made.status).toBe(400);
    expect(made.json).toEqual({ CommunicationError: { Code: "BadRequest", Details: [] } });
    const fewer = { topic: "x", participants: participants.slice(1) };
    expect((await chat.request(alice, "POST", "/chat/threads", fewer)).status).toBe(201);
  });

  it("accepts at most 1 KB of metadata in total", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const create = async (size: number): Promise<number> => {
      const metadata = { key: "x".repeat(size - 3) };
      return (await chat.request(alice, "POST", "/chat/threads", { topic: "x", metadata })).status;
    };
    expect(await create(1024)).toBe(201);
    expect(await create(1025)).toBe(400);
  });

  it.each([
    [{ kind: "threadCreationDate", deleteThreadAfterDays: 30 }, 201],
    [{ kind: "threadCreationDate", deleteThreadAfterDays: 90 }, 201],
    [{ kind: "threadCreationDate", deleteThreadAfterDays: 29 }, 400],
    [{ kind: "threadCreationDate", deleteThreadAfterDays: 91 }, 400],
    [{ kind: "threadCreationDate" }, 400],
    [{ kind: "none" }, 201],
    [{ kind: "somethingNew" }, 400],
    [{}, 400],
  ])("retention %j: %i", async (retentionPolicy, status) => {
    await using chat = await startChat();
    const alice = await chat.user();
    const made = await chat.request(alice, "POST", "/chat/threads", {
      topic: "x",
      retentionPolicy,
    });
    expect(made.status).toBe(status);
    const kept = made.json.chatThread?.retentionPolicy;
    expect(kept).toEqual(status === 201 ? retentionPolicy : undefined);
  });
});

describe("a thread", () => {
  it("is visible to participants only", async () => {
    await using chat = await startChat();
    const [alice, eve] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice);
    expect((await chat.request(alice, "GET", thread)).status).toBe(200);
    for (const [method, path, body] of [
      ["GET", thread],
      ["PATCH", thread, { topic: "mine" }],
      ["DELETE", thread],
      ["GET", `${thread}/messages`],
      ["POST", `${thread}/messages`, { content: "hi" }],
      ["GET", `${thread}/participants`],
      ["POST", `${thread}/participants/:add`, { participants: [] }],
      ["POST", `${thread}/participants/:remove`, { rawId: alice.id }],
      ["POST", `${thread}/typing`],
      ["GET", `${thread}/readReceipts`],
    ] as const) {
      const refused = await chat.request(eve, method, path, body);
      expect([method, path, refused.status]).toEqual([method, path, 403]);
      expect(refused.json).toEqual(FORBIDDEN);
    }
    const unknown = await chat.request(alice, "GET", "/chat/threads/19:nothing@thread.v2");
    expect(unknown.status).toBe(404);
    expect(unknown.json.CommunicationError.Code).toBe("NotFound");
  });

  it("can be requested with a percent-encoded or raw id", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    expect((await chat.request(alice, "GET", thread)).status).toBe(200);
    expect((await chat.request(alice, "GET", decodeURIComponent(thread))).status).toBe(200);
  });

  it("can be renamed, which posts a topicUpdated message", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const changed = await chat.request(alice, "PATCH", thread, { topic: "Dinner" });
    expect([changed.status, changed.text]).toEqual([204, ""]);
    expect((await chat.request(alice, "GET", thread)).json.topic).toBe("Dinner");
    const { values } = await chat.all(alice, `${thread}/messages`);
    expect(values[0]).toMatchObject({
      type: "topicUpdated",
      sequenceId: "3",
      content: { topic: "Dinner" },
    });
  });

  it("merges metadata and removes empty keys, without a message", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice, [], { metadata: { a: "1", b: "2", c: "3" } });
    const patch = { metadata: { a: "", b: "two", c: null, d: "4" } };
    expect((await chat.request(alice, "PATCH", thread, patch)).status).toBe(204);
    const after = await chat.request(alice, "GET", thread);
    expect(after.json.metadata).toEqual({ b: "two", d: "4" });
    expect((await chat.all(alice, `${thread}/messages`)).values).toHaveLength(2);
    await chat.request(alice, "PATCH", thread, { metadata: null });
    expect((await chat.request(alice, "GET", thread)).json.metadata).toBeUndefined();
  });

  it("changes its retention, and keeps it when only the topic changes", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const retentionPolicy = { kind: "threadCreationDate", deleteThreadAfterDays: 40 };
    const thread = await chat.thread(alice, [], { retentionPolicy });
    await chat.request(alice, "PATCH", thread, { topic: "Dinner" });
    expect((await chat.request(alice, "GET", thread)).json.retentionPolicy).toEqual(
      retentionPolicy,
    );
    await chat.request(alice, "PATCH", thread, { retentionPolicy: { kind: "none" } });
    const after = await chat.request(alice, "GET", thread);
    expect(after.json.retentionPolicy).toEqual({ kind: "none" });
  });

  it("is deleted when its retention period ends by the emulator's clock", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const retentionPolicy = { kind: "threadCreationDate", deleteThreadAfterDays: 30 };
    const thread = await chat.thread(alice, [], { retentionPolicy });
    const kept = await chat.thread(alice);
    const { clock } = chat.emulator.control;
    const later = async (milliseconds: number): Promise<typeof alice> => {
      clock.set(START + milliseconds);
      return Object.assign({}, alice, await chat.emulator.createToken(alice.id));
    };
    expect((await chat.request(await later(30 * DAY - 1), "GET", thread)).status).toBe(200);
    const end = await later(30 * DAY);
    expect((await chat.request(end, "GET", thread)).status).toBe(404);
    expect((await chat.request(end, "GET", kept)).status).toBe(200);
  });

  it("cannot be fetched or sent to after it was deleted", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const id = await chat.send(alice, thread, "hi");
    expect((await chat.request(alice, "DELETE", thread)).status).toBe(204);
    for (const [method, path, body] of [
      ["GET", thread],
      ["PATCH", thread, { topic: "x" }],
      ["GET", `${thread}/messages`],
      ["GET", `${thread}/messages/${id}`],
      ["POST", `${thread}/messages`, { content: "hi" }],
    ] as const) {
      expect((await chat.request(alice, method, path, body)).status).toBe(404);
    }
  });
});

describe("listChatThreads", () => {
  it("lists the latest first, pages without gaps, and includes deleted threads", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const { clock } = chat.emulator.control;
    const threads: string[] = [];
    for (const topic of ["one", "two", "three"]) {
      threads.push(await chat.thread(alice, [bob], { topic }));
      clock.advance(1000);
    }
    await chat.thread(bob, [], { topic: "of bob alone" });
    await chat.send(alice, threads[0]!, "makes it the latest");
    await chat.request(alice, "DELETE", threads[1]!);
    const { values, pages } = await chat.all(alice, "/chat/threads?maxPageSize=1");
    expect(values.map(({ topic }) => topic)).toEqual(["one", "three", "two"]);
    expect(pages).toBe(3);
    expect(values[0]).toEqual({
      id: decodeURIComponent(threads[0]!.slice("/chat/threads/".length)),
      topic: "one",
      lastMessageReceivedOn: "2026-01-01T12:00:03Z",
    });
    expect(values[2]!["deletedOn"]).toBe("2026-01-01T12:00:03Z");
  });

  it("respects startTime", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    await chat.thread(alice, [], { topic: "old" });
    chat.emulator.control.clock.advance(60_000);
    await chat.thread(alice, [], { topic: "new" });
    const list = async (startTime: string): Promise<string[]> =>
      (await chat.all(alice, `/chat/threads?startTime=${startTime}`)).values.map(
        ({ topic }) => topic,
      );
    expect(await list("2026-01-01T12:00:00Z")).toEqual(["new", "old"]);
    expect(await list("2026-01-01T12:00:30.123456Z")).toEqual(["new"]);
    expect(await list("2027-01-01T00:00:00Z")).toEqual([]);
  });
});
