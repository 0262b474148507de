import { describe, expect, it } from "vitest";
import { FORBIDDEN, type Json, startChat } from "../support/chat.ts";

// Each fact was seen in recordings of the official SDKs' live tests, or confirmed by the service team,
// with the API versions and years named.

const ALL = [
  "2021-03-07",
  "2021-09-07",
  "2023-11-07",
  "2024-03-07",
  "2024-06-05-preview",
  "2025-03-15",
];

describe("threads, as recorded", () => {
  it("stay in the list of a user who has left, without deletedOn (service team, 2021)", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const [kept, deleted] = [await chat.thread(alice, [bob]), await chat.thread(alice, [bob])];
    await chat.send(alice, kept, "before");
    for (const thread of [kept, deleted]) {
      await chat.request(alice, "POST", `${thread}/participants/:remove`, { rawId: bob.id });
    }
    await chat.request(alice, "DELETE", deleted);
    const { values } = await chat.all(bob, "/chat/threads");
    const paths = values.map(({ id }) => `/chat/threads/${encodeURIComponent(id)}`);
    expect(paths.toSorted()).toEqual([kept, deleted].toSorted());
    expect(values[paths.indexOf(kept)]).not.toHaveProperty("deletedOn");
    expect(values[paths.indexOf(deleted)]).toHaveProperty("deletedOn");
    const people = await chat.request(bob, "GET", `${kept}/participants`);
    expect([people.status, people.json]).toEqual([403, FORBIDDEN]);
    const read = await chat.all(bob, `${kept}/messages`);
    expect(read.values.map(({ content }) => content.message)).toContain("before");
  });

  it("are listed 100 per page (2021)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (let n = 0; n < 101; n++) await chat.thread(alice);
    const first = await chat.request(alice, "GET", "/chat/threads");
    expect(first.json.value).toHaveLength(100);
    expect(first.json.nextLink).toMatch(
      /\/chat\/threads\?syncState=[\w-]+&api-version=2025-03-15$/,
    );
    expect((await chat.request(alice, "GET", first.json.nextLink)).json.value).toHaveLength(1);
  });

  it("have a retention policy in 2025-03-15, in the preview only after one was removed", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const none = { kind: "none" };
    const policy = { kind: "threadCreationDate", deleteThreadAfterDays: 30 };
    for (const [before, patch, asNewest, asPreview] of [
      [undefined, undefined, none, undefined],
      [undefined, { topic: "x" }, none, undefined],
      [policy, undefined, policy, policy],
      [policy, { retentionPolicy: null }, none, none],
      [none, undefined, none, none],
    ] as const) {
      const thread = await chat.thread(alice, [], { ...(before && { retentionPolicy: before }) });
      if (patch) await chat.request(alice, "PATCH", thread, patch);
      for (const [version, expected] of [
        ["2024-03-07", undefined],
        ["2024-06-05-preview", asPreview],
        ["2025-03-15", asNewest],
      ] as const) {
        const { json } = await chat.request(alice, "GET", thread, undefined, { version });
        expect([version, before, json.retentionPolicy]).toEqual([version, before, expected]);
      }
    }
    const made = await chat.request(alice, "POST", "/chat/threads", { topic: "x" });
    expect(made.json.chatThread.retentionPolicy).toEqual(none);
  });

  it("have a messaging policy only in the preview (2024)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    for (const version of ALL) {
      const { json } = await chat.request(alice, "GET", thread, undefined, { version });
      const expected = version.endsWith("-preview") ? { textOnlyChat: false } : undefined;
      expect([version, json.messagingPolicy]).toEqual([version, expected]);
    }
  });

  it("can be deleted twice: 204", async () => {
    await using chat = await startChat();
    const [alice, eve] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice);
    const statuses: number[] = [];
    for (const user of [alice, alice, eve]) {
      statuses.push((await chat.request(user, "DELETE", thread)).status);
    }
    expect(statuses).toEqual([204, 204, 403]);
  });

  it("have ids of 44 characters that end in 1, in 2025 with acsV1_ before them", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (const version of ALL) {
      const body = { topic: "x" };
      const made = await chat.request(alice, "POST", "/chat/threads", body, { version });
      const prefix = version === "2025-03-15" ? "19:acsV1_" : "19:";
      const { id } = made.json.chatThread;
      expect([version, id]).toEqual([
        version,
        expect.stringMatching(new RegExp(`^${prefix}[\\w-]{43}1@thread\\.v2$`)),
      ]);
    }
  });

  it("contain identifiers without kind, in every version and for every kind (0 of 158)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const rawIds = ["4:+15551234567", "8:orgid:a", "28:orgid:b", "48:c", "8:acs:a_b_c"];
    const participants = rawIds
      .filter((rawId) => !rawId.startsWith("8:acs:"))
      .map((rawId) => ({ communicationIdentifier: { rawId, kind: "unknown" } }));
    const thread = await chat.thread(alice, [], { participants });
    await chat.send(alice, thread, "hi");
    for (const version of ALL) {
      for (const path of [thread, `${thread}/participants`, `${thread}/messages`]) {
        const { text } = await chat.request(alice, "GET", path, undefined, { version });
        const identifiers: Json[] = [];
        JSON.parse(text, (_key, value) => {
          if (typeof value === "object" && "rawId" in value) identifiers.push(value);
          return value;
        });
        expect(identifiers.length).toBeGreaterThan(0);
        expect(identifiers.filter((one) => "kind" in one)).toEqual([]);
      }
    }
  });

  it.each([
    ["POST", "/chat/threads", (bad: object) => ({ topic: "x", participants: [bad] })],
    ["POST", "/participants/:add", (bad: object) => ({ participants: [bad] })],
    [
      "POST",
      "/participants/:remove",
      (bad: { communicationIdentifier: object }) => bad.communicationIdentifier,
    ],
  ])(
    "%s %s with a malformed user id: 400 for the whole request (2021, 2022)",
    async (method, path, bodyOf) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const thread = await chat.thread(alice);
      const before = chat.emulator.control.state();
      const bad = { communicationIdentifier: { communicationUser: { id: "8:acs:invalidUserId" } } };
      const target = path.startsWith("/chat") ? path : thread + path;
      const answer = await chat.request(alice, method, target, bodyOf(bad));
      expect([answer.status, answer.json]).toEqual([
        400,
        {
          CommunicationError: {
            Code: "BadRequest",
            Message: "Identifier format is invalid (8:acs:invalidUserId).",
            Details: [],
          },
        },
      ]);
      expect(chat.emulator.control.state()).toEqual(before);
    },
  );

  it("with a malformed id: 400 without a message; unknown ones: 404 (2021, 2022)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (const [method, path, body] of [
      ["GET", ""],
      ["DELETE", ""],
      ["PATCH", "", { topic: "x" }],
      ["GET", "/messages"],
      ["POST", "/messages", { content: "x" }],
      ["GET", "/participants"],
    ] as const) {
      const send = (id: string): Promise<Json> =>
        chat.request(alice, method, `/chat/threads/${id}${path}`, body);
      const malformed = await send("invalid_chat_thread_id");
      expect([method, path, malformed.status, malformed.json]).toEqual([
        method,
        path,
        400,
        { CommunicationError: { Code: "BadRequest", Details: [] } },
      ]);
      for (const id of ["19:0000@thread.v2", "19:acsV2_x@thread.v2", "19:gcch:acsV2_x@thread.v2"]) {
        const unknown = await send(encodeURIComponent(id));
        expect([unknown.status, unknown.json.CommunicationError.Message]).toEqual([
          404,
          "The specified thread id was not found.",
        ]);
      }
    }
  });
});
