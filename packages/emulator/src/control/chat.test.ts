import { describe, expect, it } from "vitest";
import { type Answer, type Chat, NEWEST, PREVIEW, startChat } from "../../test/support/chat.ts";

const GIF = "R0lGODlhAQABAAAAACw=";

const control = (chat: Chat, method: string, path: string, body?: unknown): Promise<Answer> =>
  chat.request(undefined, method, `/_emulator${path}`, body);

/** Creates a thread as Alice, and returns its path in the control API. */
async function lunch(chat: Chat) {
  const alice = await chat.user("alice");
  const thread = await chat.thread(alice);
  const path = thread.replace("/chat", "");
  return { alice, thread, path, threadId: decodeURIComponent(path.slice("/threads/".length)) };
}

describe("the control API for threads", () => {
  it("acts as a Teams user over HTTP: joins, sends, edits, types, reads, deletes, leaves", async () => {
    await using chat = await startChat();
    const { alice, thread, path } = await lunch(chat);
    const heard: string[] = [];
    chat.emulator.subscribe(({ type }) => heard.push(type));
    const tina = await control(chat, "POST", "/users", {
      kind: "microsoftTeamsUser",
      cloud: "gcch",
      name: "Tina",
    });
    expect(tina.status).toBe(201);
    expect(tina.json.id).toMatch(/^8:gcch:[\da-f-]{36}$/);
    const added = await control(chat, "POST", `${path}/participants`, { user: "Tina" });
    expect(added.status).toBe(204);
    const sent = await control(chat, "POST", `${path}/messages`, { from: "Tina", content: "Hi" });
    expect(sent.status).toBe(201);
    const message = `${path}/messages/${sent.json.id}`;
    expect((await control(chat, "PATCH", message, { content: "Hello" })).status).toBe(204);
    const found = await chat.request(alice, "GET", `${thread}/messages/${sent.json.id}`);
    const identifier = {
      rawId: tina.json.id,
      microsoftTeamsUser: {
        userId: tina.json.id.slice("8:gcch:".length),
        isAnonymous: false,
        cloud: "gcch",
      },
    };
    expect(found.json).toMatchObject({
      content: { message: "Hello", attachments: [] },
      senderDisplayName: "Tina",
      senderCommunicationIdentifier: identifier,
    });
    const own = await chat.send(alice, thread, "Welcome");
    await control(chat, "POST", `${path}/typing`, { from: "Tina" });
    const receipt = { from: tina.json.id, messageId: own };
    expect((await control(chat, "POST", `${path}/read-receipts`, receipt)).status).toBe(204);
    const receipts = await chat.request(alice, "GET", `${thread}/readReceipts`);
    expect(receipts.json.value).toMatchObject([{ senderCommunicationIdentifier: identifier }]);
    expect((await control(chat, "DELETE", message)).status).toBe(204);
    expect((await control(chat, "DELETE", `${path}/participants/Tina`)).status).toBe(204);
    expect(heard).toEqual([
      "participantsAdded",
      "chatMessageReceived",
      "chatMessageEdited",
      "chatMessageReceived",
      "typingIndicatorReceived",
      "readReceiptReceived",
      "chatMessageDeleted",
      "participantsRemoved",
    ]);
    const left = await control(chat, "POST", `${path}/messages`, { from: "Tina", content: "Bye" });
    expect([left.status, left.json.error.message]).toEqual([
      400,
      "Tina is not a participant of the thread: add the participant first.",
    ]);
  });

  it("issues tokens that let any client act as such a user", async () => {
    await using chat = await startChat();
    const { thread, threadId } = await lunch(chat);
    const { chat: acts } = chat.emulator.control;
    const phone = await chat.emulator.createUser({ id: "4:+15551234567" });
    acts.addParticipant(threadId, { user: phone.id, displayName: "Phone" });
    const id = await chat.send(phone, thread, "From a phone");
    const { json } = await chat.request(phone, "GET", `${thread}/messages/${id}`);
    expect(json.senderCommunicationIdentifier).toEqual({
      rawId: "4:+15551234567",
      phoneNumber: { value: "+15551234567" },
    });
  });

  it("sends html with placed images, and with files", async () => {
    await using chat = await startChat();
    const { alice, thread, threadId } = await lunch(chat);
    const { chat: acts } = chat.emulator.control;
    acts.addParticipant(threadId, { user: "8:orgid:tina", displayName: "Tina" });
    const file = { id: "plan", name: "plan.docx", url: "https://example.sharepoint.com/plan.docx" };
    const { id } = await acts.sendMessage(threadId, {
      from: "8:orgid:tina",
      type: "html",
      content: '<p>See <img id="cat"> and <script>alert(1)</script></p>',
      images: [
        { id: "cat", name: "cat.gif", data: GIF },
        { name: "dog.gif", data: Buffer.from(GIF, "base64") },
      ],
      files: [file],
    });
    const path = `${thread}/messages/${id}`;
    const { content } = (await chat.request(alice, "GET", path, undefined, { version: NEWEST }))
      .json;
    const [cat, dog, plan] = content.attachments;
    expect(content.message).toBe(
      `<p>See <img id="cat" /> and </p><p><img alt="image" src="" id="${dog.id}"></p>`,
    );
    expect([cat.id, cat.name, dog.name]).toEqual(["cat", "cat.gif", "dog.gif"]);
    expect(plan).toEqual({ ...file, attachmentType: "file" });
    for (const { url, previewUrl } of [cat, dog]) {
      for (const link of [url, previewUrl]) {
        const shown = await chat.request(alice, "GET", link, undefined, { version: PREVIEW });
        expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/gif"]);
      }
    }
  });

  it("deletes the images of a message that cannot be sent", async () => {
    await using chat = await startChat();
    const { threadId } = await lunch(chat);
    const content = "x".repeat(30 * 1024);
    const images = [{ data: GIF }];
    const sending = chat.emulator.control.chat.sendMessage(threadId, {
      from: "alice",
      content,
      images,
    });
    await expect(sending).rejects.toMatchObject({ status: 413 });
    expect(chat.emulator.control.state().images).toEqual([]);
  });

  it.each([
    ["/participants", {}, "participant.user is missing; it must be a string."],
    ["/participants", { user: "nobody" }, "nobody is not a raw id, and no user has this name."],
    ["/participants", { user: "8:acs:other_x" }, "8:acs:other_x cannot be added"],
    ["/participants", { user: "4:+1", addedBy: "4:+2" }, "4:+2 is not a participant"],
    ["/participants", { user: "4:+1", name: "x" }, "participant has an unknown property name"],
    ["/messages", { from: "alice" }, "message.content is missing; it must be a string."],
    ["/messages", { from: "bob", content: "x" }, "bob is not a participant of the thread"],
    ["/messages", { from: "alice", content: "x", type: "rich" }, "one of text, html"],
    [
      "/messages",
      { from: "alice", content: "x", images: [{ id: "a b", data: GIF }] },
      "message.images[0].id must be 1 to 128 letters, digits",
    ],
    [
      "/messages",
      { from: "alice", content: "x", images: [{ id: "a" }] },
      "message.images[0].data is missing",
    ],
    [
      "/messages",
      { from: "alice", content: "x", images: [{ data: "PHN2Zz4=" }] },
      "not a jpg, png, gif, heic or webp image",
    ],
    [
      "/messages",
      { from: "alice", content: "x", images: [1, 2].map(() => ({ id: "same", data: GIF })) },
      "already has an image with the id same",
    ],
    [
      "/messages",
      { from: "alice", content: "x", files: [{ name: "x", url: "javascript:1" }] },
      "message.files[0].url must be an http or https URL.",
    ],
    ["/typing", { from: "4:+1" }, "4:+1 is not a participant"],
    ["/read-receipts", { from: "alice" }, "receipt.messageId is missing"],
  ])("refuses %s with %j", async (path, body, problem) => {
    await using chat = await startChat();
    await chat.user("bob");
    const thread = await lunch(chat);
    const { status, json } = await control(chat, "POST", thread.path + path, body);
    expect([status, json.error.message]).toEqual([400, expect.stringContaining(problem)]);
    expect(chat.emulator.control.state().images).toEqual([]);
  });

  it("refuses an unknown option of a removal", async () => {
    await using chat = await startChat();
    const { alice, threadId } = await lunch(chat);
    const options = { removdBy: "alice" } as never;
    expect(() => chat.emulator.control.chat.removeParticipant(threadId, alice.id, options)).toThrow(
      "options has an unknown property removdBy; use removedBy.",
    );
  });

  it.each([
    ["removeParticipant", [{ user: "alice" }], "user must be a string."],
    ["removeParticipant", [undefined], "user must be a string."],
    ["addParticipant", [{ user: "alice" }], "threadId must be a string."],
    ["sendMessage", [{ from: "alice", content: "x" }], "threadId must be a string."],
    ["updateMessage", ["1", { content: "x" }], "threadId must be a string."],
    ["deleteMessage", ["1"], "threadId must be a string."],
    ["sendTypingNotification", [{ from: "alice" }], "threadId must be a string."],
    ["sendReadReceipt", [{ from: "alice", messageId: "1" }], "threadId must be a string."],
  ] as const)("names an argument of another type: %s %j", async (method, more, problem) => {
    await using chat = await startChat();
    const { threadId } = await lunch(chat);
    const first = problem.startsWith("threadId") ? { id: threadId } : threadId;
    const call = chat.emulator.control.chat[method] as (...values: unknown[]) => unknown;
    await expect((async () => call(first, ...more))()).rejects.toThrow(problem);
  });

  it("responds with 404 for threads and messages that do not exist", async () => {
    await using chat = await startChat();
    const { path } = await lunch(chat);
    const nowhere = "/threads/19%3Anothing%40thread.v2";
    for (const [method, where] of [
      ["POST", `${nowhere}/messages`],
      ["DELETE", `${nowhere}/participants/alice`],
      ["PATCH", `${path}/messages/1`],
      ["DELETE", `${path}/messages/x`],
    ] as const) {
      const body = method === "POST" ? { from: "alice", content: "x" } : { content: "x" };
      const { status } = await control(chat, method, where, method === "DELETE" ? undefined : body);
      expect([method, where, status]).toEqual([method, where, 404]);
    }
  });
});

describe("users of kinds such as Teams users and bots", () => {
  it.each([
    [{ kind: "martian" }, "user.kind must be one of communicationUser, microsoftTeamsUser"],
    [{ kind: "bot", cloud: "moon" }, "user.cloud must be one of public, dod, gcch"],
    [{ kind: "bot", cloud: "dod" }, "user.cloud cannot be used with the kind bot"],
    [{ kind: "bot", id: "28:x" }, "user must have either an id, or a kind and a cloud."],
    [{ id: "tina" }, "Identifier format is invalid (tina)."],
  ])("are not created for %j", async (wish, problem) => {
    await using chat = await startChat();
    const { status, json } = await control(chat, "POST", "/users", wish);
    expect([status, json.error.message]).toEqual([400, expect.stringContaining(problem)]);
  });

  it("can be created by a seed, in strict mode too", async () => {
    await using chat = await startChat({
      strictness: "strict",
      seed: {
        users: [
          { name: "alice" },
          { name: "tina", kind: "microsoftTeamsUser" },
          { name: "bot", id: "28:concierge" },
        ],
        threads: [
          {
            topic: "Interop",
            createdBy: "alice",
            participants: ["tina", "bot"],
            messages: [{ from: "tina", content: "Hello" }],
          },
        ],
      },
    });
    const { identities, messages, participants } = chat.emulator.control.state();
    expect(identities.map(({ id }) => id.split(":").slice(0, 2).join(":"))).toEqual([
      "8:acs",
      "8:orgid",
      "28:concierge",
    ]);
    expect(participants).toHaveLength(3);
    expect(messages.at(-1)?.senderId).toBe(identities[1]?.id);
  });

  it("get tokens by raw id, but users of another resource and user objects do not", async () => {
    await using chat = await startChat();
    const { token } = await chat.emulator.createToken("8:orgid:tina");
    expect((await chat.request({ token }, "GET", "/chat/threads")).status).toBe(200);
    for (const user of [{ id: "8:orgid:tina" }, undefined]) {
      const wrong = chat.emulator.createToken(user as never);
      await expect(wrong).rejects.toThrow("userId must be a string.");
    }
    const foreign = chat.emulator.createToken("8:acs:other-resource_user");
    await expect(foreign).rejects.toThrow("must start with");
  });

  it("can be added by users, except Teams users in strict mode", async () => {
    for (const strictness of ["strict", "default", "loose"] as const) {
      await using chat = await startChat({ strictness });
      const { alice, thread, threadId } = await lunch(chat);
      const participants = ["8:orgid:tina", "4:+15551234567"].map((rawId) => ({
        communicationIdentifier: { rawId },
      }));
      const added = await chat.request(alice, "POST", `${thread}/participants/:add`, {
        participants,
      });
      const refusal = { target: "8:orgid:tina", code: "403", message: "Permissions check failed" };
      const refused = strictness === "strict" ? { invalidParticipants: [refusal] } : {};
      expect([strictness, added.status, added.json]).toEqual([strictness, 201, refused]);
      chat.emulator.control.chat.addParticipant(threadId, { user: "8:orgid:tina" });
      const listed = await chat.request(alice, "GET", `${thread}/participants`);
      expect(listed.json.value).toHaveLength(3);
    }
  });
});
