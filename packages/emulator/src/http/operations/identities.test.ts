import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Answer, type Chat, startChat } from "../../../test/support/chat.ts";

const VERSION = "2023-10-01";

interface SignedCall {
  readonly body?: unknown;
  readonly version?: string;
  readonly key?: string;
  /** Sent instead of the target that was signed. */
  readonly sentPath?: string;
  /** Sent instead of the body that was signed. */
  readonly sentBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request signed as the official clients do. */
async function signed(
  chat: Chat,
  method: string,
  path: string,
  { body, version = VERSION, key, sentPath, sentBody, headers = {} }: SignedCall = {},
): Promise<Answer> {
  const accessKey = key ?? chat.emulator.connectionString.replace(/^.*accesskey=/, "");
  const target = `${path}?api-version=${version}`;
  const text = body === undefined ? "" : JSON.stringify(body);
  const date = new Date().toUTCString();
  const hash = createHash("sha256").update(text).digest("base64");
  const toSign = `${method}\n${target}\n${date};localhost;${hash}`;
  const hmac = createHmac("sha256", Buffer.from(accessKey, "base64"));
  const signature = hmac.update(toSign).digest("base64");
  const sent = sentBody ?? (text === "" ? undefined : text);
  return chat.request(undefined, method, `${sentPath ?? path}?api-version=${version}`, sent, {
    headers: {
      "x-ms-date": date,
      "x-ms-content-sha256": hash,
      authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
      ...headers,
    },
  });
}

describe("identities", () => {
  it.each(["2022-10-01", "2023-10-01"])("%s: create, issue, revoke, delete", async (version) => {
    await using chat = await startChat();
    const made = await signed(chat, "POST", "/identities", { version });
    expect(made.status).toBe(201);
    const { id } = made.json.identity;
    expect(made.json).toEqual({ identity: { id: expect.stringMatching(/^8:acs:[\w-]+$/) } });
    const body = { scopes: ["chat"], expiresInMinutes: null };
    const path = `/identities/${encodeURIComponent(id)}`;
    const issued = await signed(chat, "POST", `${path}/:issueAccessToken`, { body, version });
    expect(issued.status).toBe(200);
    expect(issued.json.expiresOn).toBe("2026-01-02T12:00:00.000Z");
    const { token } = issued.json;
    const claims = JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
    expect(claims).toMatchObject({
      skypeid: id.slice(2),
      scp: 1792,
      csi: String(claims.iat),
      acsScope: "chat",
      resourceId: id.slice("8:acs:".length).split("_")[0],
    });
    expect(claims.exp - claims.iat).toBe(24 * 60 * 60);
    expect((await chat.request({ token }, "GET", "/chat/threads")).status).toBe(200);
    const revoked = await signed(chat, "POST", `${path}/:revokeAccessTokens`, { version });
    expect([revoked.status, revoked.text]).toEqual([204, ""]);
    expect((await chat.request({ token }, "GET", "/chat/threads")).status).toBe(401);
    const again = await signed(chat, "POST", `${path}/:issueAccessToken`, { body, version });
    expect((await chat.request(again.json, "GET", "/chat/threads")).status).toBe(200);
    expect((await signed(chat, "DELETE", path, { version })).status).toBe(204);
    expect((await chat.request(again.json, "GET", "/chat/threads")).status).toBe(401);
    expect((await signed(chat, "DELETE", path, { version })).status).toBe(404);
    const late = await signed(chat, "POST", `${path}/:issueAccessToken`, { body, version });
    expect([late.status, late.json.error.code]).toEqual([404, "NotFound"]);
  });

  it("are made with a token when asked", async () => {
    await using chat = await startChat();
    const body = { createTokenWithScopes: ["chat", "voip"], expiresInMinutes: 60 };
    const made = await signed(chat, "POST", "/identities", { body });
    expect(made.json.accessToken.expiresOn).toBe("2026-01-01T13:00:00.000Z");
    expect((await chat.request(made.json.accessToken, "GET", "/chat/threads")).status).toBe(200);
  });

  it.each([
    { createTokenWithScopes: ["chat"], expiresInMinutes: 59 },
    { createTokenWithScopes: ["chat"], expiresInMinutes: 1441 },
    { createTokenWithScopes: ["everything"] },
    { createTokenWithScopes: "chat" },
  ])("are not made for %j", async (body) => {
    await using chat = await startChat();
    const before = chat.emulator.control.state().identities.length;
    const made = await signed(chat, "POST", "/identities", { body });
    expect([made.status, made.json.error.code]).toEqual([400, "BadRequest"]);
    expect(chat.emulator.control.state().identities).toHaveLength(before);
  });
});

describe("scopes", () => {
  it.each([
    ["2022-10-01", "chat", 201],
    ["2022-10-01", "voip", 201],
    ["2022-10-01", "chat.join", 400],
    ["2022-10-01", "voip.join", 400],
    ["2023-10-01", "chat.join", 201],
    ["2023-10-01", "chat.join.limited", 201],
    ["2023-10-01", "voip.join", 201],
  ])("%s knows %s: %i", async (version, scope, status) => {
    await using chat = await startChat();
    const body = { createTokenWithScopes: [scope] };
    expect((await signed(chat, "POST", "/identities", { body, version })).status).toBe(status);
  });
});

describe("signatures", () => {
  it("are verified over the target as received, encoded or raw", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    for (const id of [alice.id, encodeURIComponent(alice.id)]) {
      const path = `/identities/${id}/:revokeAccessTokens`;
      expect((await signed(chat, "POST", path)).status).toBe(204);
    }
  });

  it("do not fit another key, target or body", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const path = `/identities/${alice.id}/:revokeAccessTokens`;
    for (const wrong of [
      { key: Buffer.from("another key").toString("base64") },
      { sentPath: `/identities/${encodeURIComponent(alice.id)}/:revokeAccessTokens` },
      { sentBody: "{}" },
      { headers: { "x-ms-content-sha256": "AAAA" } },
      { headers: { "x-ms-date": "Thu, 01 Jan 1970 00:00:00 GMT" } },
      { headers: { authorization: "" } },
      { headers: { authorization: `Bearer ${alice.token}` } },
      { headers: { authorization: "HMAC-SHA256 SignedHeaders=x-ms-date&Signature=AAAA" } },
    ]) {
      const refused = await signed(chat, "POST", path, wrong);
      expect([wrong, refused.status, refused.text]).toEqual([wrong, 401, ""]);
    }
    expect((await chat.request(alice, "GET", "/chat/threads")).status).toBe(200);
  });
});
