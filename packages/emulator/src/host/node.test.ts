import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startEmulator } from "../index.ts";
import { LARGEST_BODY } from "../http/steps/read-body.ts";

/** Sends a request over a socket and returns the response. */
async function send(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = request(url, { method, headers });
    sent.on("error", reject);
    sent.on("response", (response) => {
      void text(response).then((content) =>
        resolve({
          status: response.statusCode ?? 0,
          body: content,
          headers: response.headers,
        }),
      );
    });
    sent.end(body);
  });
}

describe("over a socket", () => {
  it("sends Content-Length with a body, and neither of them with 204", async () => {
    await using emulator = await startEmulator();
    const { token } = await emulator.createUser();
    const url = `${emulator.endpoint}/chat/threads?api-version=2025-03-15`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const made = await send(url, { method: "POST", headers, body: '{"topic":"Mittagessen ä"}' });
    expect(made.status).toBe(201);
    expect(Number(made.headers["content-length"])).toBe(Buffer.byteLength(made.body));
    const { id } = JSON.parse(made.body).chatThread;
    const thread = `${emulator.endpoint}/chat/threads/${id}?api-version=2025-03-15`;
    const deleted = await send(thread, { method: "DELETE", headers });
    expect([deleted.status, deleted.body]).toEqual([204, ""]);
    expect(deleted.headers["content-length"]).toBeUndefined();
  });

  it("refuses a body that is too large, and keeps running", async () => {
    await using emulator = await startEmulator();
    const { token } = await emulator.createUser();
    const url = `${emulator.endpoint}/chat/threads?api-version=2025-03-15`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const body = new Uint8Array(LARGEST_BODY + 5_000_000);
    const refused = await send(url, { method: "POST", headers, body });
    expect(refused.status).toBe(413);
    expect((await send(url, { headers })).status).toBe(200);
  });

  it("uses the requested host in links, unless it is not a host name", async () => {
    await using emulator = await startEmulator();
    const { token } = await emulator.createUser();
    const location = async (host: string): Promise<unknown> => {
      const headers = {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        host,
      };
      const url = `${emulator.endpoint}/chat/threads?api-version=2025-03-15`;
      const made = await send(url, { method: "POST", headers, body: '{"topic":"x"}' });
      return String(made.headers["location"]).replace(/\/chat\/.*$/, "");
    };
    expect(await location("chat.localhost:99")).toBe("http://chat.localhost:99");
    expect(await location("[::1]:99")).toBe("http://[::1]:99");
    expect(await location("{evil}/x?")).toBe("http://localhost");
  });

  it("accepts snapshots that are larger than any request of the service", async () => {
    await using emulator = await startEmulator();
    const snapshot = emulator.control.snapshot();
    const image = {
      threadId: "19:x",
      id: "i",
      name: "n",
      contentType: "image/gif",
      uploadedBy: "x",
      base64: "A".repeat(LARGEST_BODY + 4),
    };
    const state = { ...snapshot.state, images: [image] };
    const url = `${emulator.endpoint}/_emulator/snapshot`;
    const body = JSON.stringify({ ...snapshot, state });
    expect((await send(url, { method: "PUT", body })).status).toBe(204);
    expect(emulator.control.state().images).toHaveLength(1);
  });

  it.each([
    ["no HTTP at all\r\n\r\n", /^HTTP\/1\.1 400/],
    ["GET /chat/threads HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 401/],
    [
      "GET http://other.example/chat/threads?api-version=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      /^HTTP\/1\.1 401/,
    ],
    [
      "POST /chat/threads HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      /^HTTP\/1\.1 400/,
    ],
  ])("responds with the expected status to %j", async (raw, answer) => {
    await using emulator = await startEmulator();
    const socket = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    socket.write(raw);
    expect(await text(socket)).toMatch(answer);
  });

  it.each([
    ["origin", "Host: localhost\r\nOrigin: https://evil.example\r\n"],
    ["host name", "Host: evil.example\r\n"],
    ["origin, asking first", "Host: localhost\r\nOrigin: null\r\nExpect: 100-continue\r\n"],
  ])("refuses a control request of a foreign %s without its body", async (_of, headers) => {
    await using emulator = await startEmulator();
    const socket = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    const length = "Content-Length: 100000000";
    // The body is never sent.
    socket.write(`PUT /_emulator/snapshot HTTP/1.1\r\n${headers}${length}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 [^]*loopback host names/);
  });

  it("responds with 100 to a client that sends `Expect: 100-continue`", async () => {
    await using emulator = await startEmulator();
    const headers = { expect: "100-continue" };
    const sent = request(`${emulator.endpoint}/_emulator/seed`, { method: "POST", headers });
    const seeded = new Promise<number>((resolve, reject) => {
      sent.on("error", reject);
      sent.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    });
    sent.on("continue", () => sent.end('{"users":[{"name":"carol"}]}'));
    sent.flushHeaders();
    expect(await seeded).toBe(200);
  });

  it("cuts the connection when a fault asks for it", async () => {
    await using emulator = await startEmulator();
    emulator.control.faults.add({ action: "drop" });
    const url = `${emulator.endpoint}/chat/threads?api-version=2025-03-15`;
    await expect(send(url)).rejects.toThrow("socket hang up");
    expect((await send(url)).status).toBe(401);
    emulator.control.faults.add({ action: "drop" });
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: "UND_ERR_SOCKET" } });
  });

  it("ends open connections when it is closed, more than once", async () => {
    const emulator = await startEmulator();
    const socket = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    await Promise.all([emulator.close(), emulator.close()]);
    await ended;
    await expect(send(emulator.endpoint)).rejects.toThrow("ECONNREFUSED");
  });

  it("refuses a port that is in use, and an address that is not loopback", async () => {
    await using emulator = await startEmulator();
    const port = Number(new URL(emulator.endpoint).port);
    await expect(startEmulator({ port })).rejects.toMatchObject({
      code: "EADDRINUSE",
      message: expect.stringMatching(
        /Stop what uses the port, or leave out the port for a free one\.$/,
      ),
    });
    await expect(startEmulator({ host: "0.0.0.0" })).rejects.toThrow("Set unsafeHost");
    await using open = await startEmulator({ host: "0.0.0.0", unsafeHost: true });
    expect((await send(`${open.endpoint}/_emulator/health`)).status).toBe(200);
  });
});
