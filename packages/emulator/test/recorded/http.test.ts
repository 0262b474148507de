import { describe, expect, it } from "vitest";
import { startChat } from "../support/chat.ts";
import { signed } from "../support/signed.ts";

// Each fact was seen in recordings of the official SDKs' live tests, in the years named.

const FOREIGN = "8:acs:00000000-0000-0000-0000-000000000000_00000000-0000-0000-0000-000000000000";

describe("headers, as recorded", () => {
  it("send errors as indented JSON without a charset (2021 to 2023)", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const lost = await chat.request(alice, "GET", "/chat/threads/19:0@thread.v2");
    expect(lost.headers.get("content-type")).toBe("application/json");
    expect(lost.text).toBe(
      '{\r\n  "CommunicationError": {\r\n    "Code": "NotFound",\r\n' +
        '    "Message": "The specified thread id was not found.",\r\n    "Details": []\r\n  }\r\n}',
    );
    const found = await chat.request(alice, "GET", "/chat/threads");
    expect(found.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it("expose only Location to pages", async () => {
    await using chat = await startChat({ strictness: "strict" });
    const alice = await chat.user();
    const headers = { origin: "https://app.example" };
    const topic = { topic: "x" };
    const made = await chat.request(alice, "POST", "/chat/threads", topic, { headers });
    expect(made.headers.get("access-control-expose-headers")).toBe("Location");
    expect(made.headers.get("access-control-allow-origin")).toBe("*");
    const plain = await chat.request(alice, "POST", "/chat/threads", topic);
    expect(plain.headers.get("access-control-expose-headers")).toBe("*");
    expect(plain.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("return the client's request id: chat only if the client asks for it, identity always", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const id = { "x-ms-client-request-id": "an-id" };
    const ask = { "x-ms-return-client-request-id": "true" };
    const returned = async (headers: Record<string, string>): Promise<string | null> => {
      const answer = await chat.request(alice, "GET", "/chat/threads", undefined, { headers });
      return answer.headers.get("x-ms-client-request-id");
    };
    expect(await returned({ ...id, ...ask })).toBe("an-id");
    expect(await returned(id)).toBeNull();
    expect(await returned(ask)).toBeNull();
    const made = await signed(chat, "POST", "/identities", { headers: id });
    expect([made.status, made.headers.get("x-ms-client-request-id")]).toEqual([201, "an-id"]);
  });

  it("do not list chat's versions to unauthenticated callers; 401 has no body", async () => {
    await using chat = await startChat();
    for (const path of ["/chat/threads", "/chat/config/realTimeNotifications"]) {
      const refused = await chat.request(undefined, "GET", path);
      expect([path, refused.status, refused.text]).toEqual([path, 401, ""]);
      expect(refused.headers.get("api-supported-versions")).toBeNull();
    }
  });
});

describe("a token without any scope of chat", () => {
  it("is refused with 401, for real time as well; insufficient scopes get 403", async () => {
    await using chat = await startChat();
    const [caller, joiner] = [
      await chat.user(undefined, ["voip"]),
      await chat.user(undefined, ["chat.join"]),
    ];
    for (const [path, ofJoiner] of [
      ["/chat/threads", 200],
      ["/chat/config/realTimeNotifications", 200],
    ] as const) {
      expect([path, (await chat.request(caller, "GET", path)).status]).toEqual([path, 401]);
      expect([path, (await chat.request(joiner, "GET", path)).status]).toEqual([path, ofJoiner]);
    }
    const headers = { "x-skypetoken": caller.token };
    const allocation = await chat.request(undefined, "POST", "/v4/a?epid=x", undefined, {
      headers,
    });
    expect(allocation.status).toBe(401);
    const made = await chat.request(joiner, "POST", "/chat/threads", { topic: "x" });
    expect(made.status).toBe(403);
  });
});

describe("a path that begins with two slashes", () => {
  it("is treated like one with one slash, signed or not", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (const path of ["//chat/threads", "//chat/config/realTimeNotifications"]) {
      expect([path, (await chat.request(alice, "GET", path)).status]).toEqual([path, 200]);
    }
    expect((await chat.request(undefined, "GET", "//_emulator/health")).status).toBe(200);
    expect((await signed(chat, "POST", "//identities")).status).toBe(201);
    expect((await chat.request(alice, "GET", "/chat//threads")).status).toBe(404);
  });
});

describe("identities, as recorded", () => {
  it.each([
    ["POST", "/:issueAccessToken", { scopes: ["chat"] }],
    ["POST", "/:revokeAccessTokens", undefined],
    ["DELETE", "", undefined],
  ])(
    "of another resource: %s %s is 401 IdentityNotOwned (2021 to 2023)",
    async (method, path, body) => {
      await using chat = await startChat();
      const target = `/identities/${encodeURIComponent(FOREIGN)}${path}`;
      const answer = await signed(chat, method, target, { body });
      expect([answer.status, answer.json]).toEqual([
        401,
        {
          error: {
            code: "IdentityNotOwned",
            message: "Provided identity doesn't belong to the resource.",
          },
        },
      ]);
      expect(answer.headers.get("content-type")).toBe("application/json");
      expect(answer.headers.get("api-supported-versions")).toBe("2022-10-01, 2023-10-01");
    },
  );

  it.each([
    [{ scopes: [] }, "scopes", "Invalid scopes - Scopes field is required."],
    [{}, "Scopes", expect.stringContaining("field is required")],
    [
      { scopes: ["chat"], expiresInMinutes: 59 },
      "ExpiresInMinutes",
      "ExpiresInMinutes value 59 is invalid. Value must be within the [60, 1440] interval.",
    ],
    [
      { scopes: ["chat"], expiresInMinutes: 1441 },
      "ExpiresInMinutes",
      "ExpiresInMinutes value 1441 is invalid. Value must be within the [60, 1440] interval.",
    ],
  ])(
    "are refused a token for %j: 400 that names %s (2021 to 2023)",
    async (body, target, message) => {
      await using chat = await startChat();
      const { id } = await chat.user();
      const path = `/identities/${encodeURIComponent(id)}/:issueAccessToken`;
      const answer = await signed(chat, "POST", path, { body });
      expect([answer.status, answer.json]).toEqual([
        400,
        { error: { code: "ValidationError", message, target } },
      ]);
    },
  );

  it("have token expiry times with seven digits and an offset (2021 to 2023)", async () => {
    await using chat = await startChat();
    const body = { createTokenWithScopes: ["chat"] };
    const made = await signed(chat, "POST", "/identities", { body });
    expect(made.json.accessToken.expiresOn).toBe("2026-01-02T12:00:00.0000000+00:00");
  });
});
