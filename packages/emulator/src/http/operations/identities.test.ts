import { describe, expect, it } from "vitest";
import { startChat } from "../../../test/support/chat.ts";
import { signed } from "../../../test/support/signed.ts";

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
    expect(issued.json.expiresOn).toBe("2026-01-02T12:00:00.0000000+00:00");
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

  it("are created with a token on request", async () => {
    await using chat = await startChat();
    const body = { createTokenWithScopes: ["chat", "voip"], expiresInMinutes: 60 };
    const made = await signed(chat, "POST", "/identities", { body });
    expect(made.json.accessToken.expiresOn).toBe("2026-01-01T13:00:00.0000000+00:00");
    expect((await chat.request(made.json.accessToken, "GET", "/chat/threads")).status).toBe(200);
  });

  it.each([
    { createTokenWithScopes: ["chat"], expiresInMinutes: 59 },
    { createTokenWithScopes: ["chat"], expiresInMinutes: 1441 },
    { createTokenWithScopes: ["everything"] },
    { createTokenWithScopes: "chat" },
  ])("are not created for %j", async (body) => {
    await using chat = await startChat();
    const before = chat.emulator.control.state().identities.length;
    const made = await signed(chat, "POST", "/identities", { body });
    expect([made.status, made.json.error.code]).toEqual([400, "ValidationError"]);
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

  it("are refused for another key, target or body", async () => {
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
