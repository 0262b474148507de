import { describe, expect, it } from "vitest";
import { readDocuments } from "../spec/documents.ts";
import { createRoutes } from "../spec/routes.ts";
import { type Json, NEWEST, PREVIEW, START, startChat } from "../../test/support/chat.ts";
import { HANDLERS } from "./operations/index.ts";

const ALL = ["2021-03-07", "2021-09-07", "2023-11-07", "2024-03-07", PREVIEW, NEWEST];

describe("routes", () => {
  it("come from the compiled specs, with one handler for each operation", () => {
    const names = createRoutes().operations.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(HANDLERS).toSorted());
    expect(readDocuments("chat").map(({ info }) => info.version)).toEqual(ALL);
    const chat = createRoutes().operations.filter(({ service }) => service === "chat");
    expect(chat).toHaveLength(19);
    for (const { name, versions } of chat) {
      const expected = name.endsWith("Image") ? [PREVIEW] : ALL;
      expect([...versions.keys()]).toEqual(expected);
    }
  });
});

describe("paths of other services", () => {
  it.each([
    "/routing/jobs/1",
    "/rooms",
    "/phoneNumbers",
    "/sms",
    "/teamsUser/:exchangeAccessToken",
    "/chat/thread",
  ])("get 404 that says what the emulator serves: %s", async (path) => {
    await using chat = await startChat();
    const { status, json } = await chat.request(undefined, "POST", path, {});
    expect([status, json.CommunicationError.Code]).toEqual([404, "NotFound"]);
    expect(json.CommunicationError.Message).toContain("serves chat and identity only");
  });
});

describe("every response", () => {
  it("has the service's headers", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (const [method, path, versions] of [
      ["GET", "/chat/threads", ALL],
      ["GET", "/chat/threads/19:x@thread.v2/images/y/view/small", [PREVIEW]],
    ] as const) {
      const { headers } = await chat.request(alice, method, path);
      expect(headers.get("api-supported-versions")).toBe(versions.join(", "));
      expect(headers.get("ms-cv")).toMatch(/^[A-Za-z0-9+/]{22}\.0$/);
      expect(headers.get("x-azure-ref")).toBeTruthy();
      expect(headers.get("x-processing-time")).toMatch(/^\d+ms$/);
      expect(headers.get("strict-transport-security")).toBe("max-age=0");
      expect(headers.get("access-control-expose-headers")).toBe("*");
    }
  });

  it.each([
    ["POST", "/chat/threads", "{bad", 400],
    ["POST", "/chat/threads", "[]", 400],
    ["POST", "/chat/threads", '"text"', 400],
    ["POST", "/chat/threads", "{}", 400],
    ["POST", "/chat/threads", { topic: 1 }, 400],
    ["POST", "/chat/threads", undefined, 400],
    ["POST", "/chat/threads", new Uint8Array([0xff, 0xfe]), 400],
    ["POST", "/chat/threads", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400],
    ["POST", "/chat/threads", `{"topic":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`, 400],
    ["POST", "/chat/threads", { topic: "x".repeat(1024 * 1024) }, 413],
    ["PUT", "/chat/threads", undefined, 405],
    ["GET", "/chat", undefined, 404],
    ["GET", "/chat/threads/%zz", undefined, 404],
    ["GET", "/chat/threads/%E0%A4%A/messages", undefined, 404],
    ["GET", "/chat/threads//messages", undefined, 404],
    ["GET", "/identities", undefined, 405],
  ])(
    "to an invalid request is an error in JSON: %s %s %j -> %i",
    async (method, path, body, status) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const answer = await chat.request(alice, method, path, body);
      expect(answer.status).toBe(status);
      const error = answer.json.CommunicationError ?? answer.json.error;
      expect(typeof (error.Code ?? error.code)).toBe("string");
      expect(answer.headers.has("allow")).toBe(status === 405);
    },
  );

  it("refuses a body of another type", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const headers = { "content-type": "text/plain" };
    const answer = await chat.request(alice, "POST", "/chat/threads", { topic: "x" }, { headers });
    expect(answer.status).toBe(415);
  });
});

describe("api-version", () => {
  it.each(["1999-01-01", "", "latest", "2025-03-15-preview", "2023-10-01"])(
    "%j is refused with 400",
    async (version) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const answer = await chat.request(alice, "GET", "/chat/threads", undefined, { version });
      expect(answer.status).toBe(400);
      expect(answer.json.CommunicationError.Message).toContain(ALL.join(", "));
    },
  );

  it("is served as the newest one if the check is skipped", async () => {
    await using chat = await startChat({ skipApiVersionCheck: true });
    const alice = await chat.user();
    const body = { topic: "x", metadata: { a: "1" } };
    const version = "2099-01-01";
    const made = await chat.request(alice, "POST", "/chat/threads", body, { version });
    expect(made.status).toBe(201);
    expect(made.json.chatThread.metadata).toEqual({ a: "1" });
    const path = "/chat/threads/19:x@thread.v2/images/y";
    const image = await chat.request(alice, "DELETE", path, undefined, { version });
    expect(image.status).toBe(404);
  });

  it("that lacks the operation is refused", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const answer = await chat.request(alice, "DELETE", "/chat/threads/x/images/y");
    expect([answer.status, answer.json.error.code]).toEqual([400, "UnsupportedApiVersion"]);
  });

  it("determines the accepted properties", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (const version of ALL) {
      const more = { metadata: { a: "1" } };
      const thread = await chat.request(
        alice,
        "POST",
        "/chat/threads",
        { topic: "x", ...more, retentionPolicy: { kind: "none" } },
        { version },
      );
      const path = `/chat/threads/${encodeURIComponent(thread.json.chatThread.id)}`;
      const kept = (await chat.request(alice, "GET", path)).json;
      const preview = version >= PREVIEW;
      expect([version, "metadata" in kept]).toEqual([version, preview]);
      const body = { content: "hi", ...more };
      const sent = await chat.request(alice, "POST", `${path}/messages`, body, { version });
      const message = (await chat.request(alice, "GET", `${path}/messages/${sent.json.id}`)).json;
      expect([version, "metadata" in message]).toEqual([version, version >= "2021-09-07"]);
    }
  });

  it("determines the returned properties", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const metadata = { a: "1" };
    const app = { microsoftTeamsApp: { appId: "an-app" } };
    const participants = [{ communicationIdentifier: app, metadata }];
    const thread = await chat.thread(alice, [], { metadata, participants });
    const body = { content: "hi", metadata };
    const sent = await chat.request(alice, "POST", `${thread}/messages`, body);
    for (const version of ALL) {
      const get = async (path: string): Promise<Json> =>
        (await chat.request(alice, "GET", path, undefined, { version })).json;
      const properties = await get(thread);
      expect([version, "metadata" in properties]).toEqual([version, version >= PREVIEW]);
      const creator = properties.createdByCommunicationIdentifier;
      expect(creator.rawId).toBe(alice.id);
      const message = await get(`${thread}/messages/${sent.json.id}`);
      expect([version, "metadata" in message]).toEqual([version, version >= "2021-09-07"]);
      const [, second] = (await get(`${thread}/participants`)).value;
      const { communicationIdentifier } = second;
      expect(communicationIdentifier.rawId).toBe("28:orgid:an-app");
      const known = "microsoftTeamsApp" in communicationIdentifier;
      expect([version, known]).toEqual([version, version >= "2024-03-07"]);
      expect([version, "metadata" in second]).toEqual([version, version >= PREVIEW]);
    }
  });

  it("in strict mode makes unknown properties an error that names them", async () => {
    await using chat = await startChat({ strictness: "strict" });
    const alice = await chat.user();
    const body = {
      topic: "x",
      metadata: { a: "1" },
      participants: [{ communicationIdentifier: { rawId: "4:+1", wrong: 1 } }],
    };
    const version = "2021-03-07";
    const answer = await chat.request(alice, "POST", "/chat/threads", body, { version });
    expect(answer.status).toBe(400);
    expect(answer.json.CommunicationError.Message).toContain("body.metadata");
    expect(answer.json.CommunicationError.Message).toContain(
      "body.participants[0].communicationIdentifier.wrong",
    );
  });
});

describe("tokens", () => {
  it("are required: 401 with an empty body", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const [header, payload, signature] = alice.token.split(".");
    // All claims are valid for another user, but the signature is that of this token.
    const claims = JSON.parse(Buffer.from(payload!, "base64url").toString());
    const stolen = JSON.stringify({ ...claims, skypeid: (await chat.user()).id.slice(2) });
    const forged = Buffer.from(stolen).toString("base64url");
    for (const authorization of [
      "",
      "Bearer",
      "Bearer x",
      `Basic ${alice.token}`,
      `Bearer ${header}.${forged}.${signature}`,
      `Bearer ${header}.${payload}.`,
      `Bearer ${alice.token}x.y`,
      `Bearer ${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`,
    ]) {
      const headers = { authorization };
      const answer = await chat.request(undefined, "GET", "/chat/threads", undefined, { headers });
      expect([authorization, answer.status, answer.text]).toEqual([authorization, 401, ""]);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
    expect((await chat.request(alice, "GET", "/chat/threads")).status).toBe(200);
  });

  it("expire by the emulator's clock", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const short = await chat.emulator.createToken(alice.id, { expiresInMinutes: 60 });
    const { clock } = chat.emulator.control;
    clock.set(START + 60 * 60_000 - 1);
    expect((await chat.request(short, "GET", "/chat/threads")).status).toBe(200);
    clock.set(START + 60 * 60_000);
    expect((await chat.request(short, "GET", "/chat/threads")).status).toBe(401);
    expect((await chat.request(alice, "GET", "/chat/threads")).status).toBe(200);
  });

  it("are refused by an emulator that does not have the user", async () => {
    await using one = await startChat();
    await using other = await startChat();
    const alice = await one.user();
    expect((await other.request(alice, "GET", "/chat/threads")).status).toBe(401);
  });

  const THREADS = ["create", "update", "delete"];
  const PEOPLE = ["add", "remove"];
  it.each([
    [["chat"], []],
    [["voip", "chat"], []],
    [["chat.join"], THREADS],
    [["chat.join.limited"], [...THREADS, ...PEOPLE]],
  ])("with scopes %j are not allowed to call %j", async (scopes, refused) => {
    await using chat = await startChat();
    const owner = await chat.user();
    const user = await chat.user(undefined, scopes);
    const thread = await chat.thread(owner, [user]);
    const other = await chat.user();
    const body = { participants: [{ communicationIdentifier: { rawId: other.id } }] };
    const results: string[] = [];
    for (const [name, method, path, sent] of [
      ["read", "GET", thread],
      ["send", "POST", `${thread}/messages`, { content: "hi" }],
      ["add", "POST", `${thread}/participants/:add`, body],
      ["remove", "POST", `${thread}/participants/:remove`, { rawId: owner.id }],
      ["create", "POST", "/chat/threads", { topic: "x" }],
      ["update", "PATCH", thread, { topic: "y" }],
      ["delete", "DELETE", thread],
    ] as const) {
      if ((await chat.request(user, method, path, sent)).status === 403) results.push(name);
    }
    expect(results.toSorted()).toEqual([...refused].toSorted());
  });
});

describe("cross-origin requests", () => {
  it("are allowed from every origin, with the headers that a preflight requests", async () => {
    await using chat = await startChat();
    for (const asked of [
      "authorization,x-ms-client-request-id,x-ms-useragent",
      "x-skypetoken",
      "content-type,x-skypetoken",
      "authorization,content-type,repeatability-request-id",
    ]) {
      const answer = await chat.request(undefined, "OPTIONS", "/chat/threads", undefined, {
        headers: { origin: "https://app.example", "access-control-request-headers": asked },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("access-control-allow-headers")).toBe(asked);
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        expect(answer.headers.get("access-control-allow-methods")).toContain(method);
      }
    }
    const headers = { origin: "https://app.example" };
    const answer = await chat.request(undefined, "GET", "/chat/threads", undefined, { headers });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("rate limits", () => {
  it("are enforced in strict mode: 429 with Retry-After, and throttled requests count as well", async () => {
    await using chat = await startChat({ strictness: "strict" });
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const { clock } = chat.emulator.control;
    const send = async (): Promise<[number, string | null]> => {
      const body = { content: "hi" };
      const answer = await chat.request(alice, "POST", `${thread}/messages`, body);
      return [answer.status, answer.headers.get("retry-after")];
    };
    for (let n = 0; n < 10; n++) expect((await send())[0]).toBe(201);
    expect(await send()).toEqual([429, "10"]);
    clock.advance(9000);
    expect((await send())[0]).toBe(429);
    clock.advance(1000);
    // The first burst is outside the window. The request that was throttled after it still counts.
    for (let n = 0; n < 9; n++) expect((await send())[0]).toBe(201);
    expect((await send())[0]).toBe(429);
  });

  it("count by thread, by user, by both", async () => {
    await using chat = await startChat({ strictness: "strict" });
    const [alice, bob] = [await chat.user(), await chat.user()];
    const threads = [await chat.thread(alice, [bob]), await chat.thread(alice, [bob])];
    const receipts = async (
      user: typeof alice,
      thread: string,
      times: number,
    ): Promise<number[]> => {
      const statuses: number[] = [];
      for (let n = 0; n < times; n++) {
        statuses.push((await chat.request(user, "GET", `${thread}/readReceipts`)).status);
      }
      return statuses;
    };
    expect(await receipts(alice, threads[0]!, 6)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await receipts(bob, threads[0]!, 1)).toEqual([200]);
    expect(await receipts(alice, threads[1]!, 1)).toEqual([200]);
    const update = async (user: typeof alice, thread: string): Promise<number> =>
      (await chat.request(user, "PATCH", thread, { topic: "x" })).status;
    for (const user of [alice, bob, alice, bob, alice]) {
      expect(await update(user, threads[0]!)).toBe(204);
    }
    expect(await update(bob, threads[0]!)).toBe(429);
    expect(await update(bob, threads[1]!)).toBe(204);
  });

  it("are not enforced otherwise", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    for (let n = 0; n < 40; n++) await chat.send(alice, thread, "hi");
    const { values } = await chat.all(alice, `${thread}/messages?maxPageSize=200`);
    expect(values).toHaveLength(42);
  });
});
