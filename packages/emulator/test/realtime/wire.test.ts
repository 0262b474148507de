import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Emulator, type EmulatorUser, startEmulator } from "../../src/index.ts";
import { LARGEST_FRAME, parseFrame } from "../../src/realtime/frames.ts";
import { openSession, skypeToken } from "./support/session.ts";

let emulator: Emulator;
let alice: EmulatorUser;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(async () => {
  emulator.control.realtime.setFaults({});
  alice = await emulator.createUser();
});

const call = (path: string, init: RequestInit = {}) => fetch(`${emulator.endpoint}${path}`, init);
const skype = (token = alice.token) => skypeToken(token);

const open = (epid: string, user = alice) => openSession(emulator, user, epid);

const makeThread = async (user: EmulatorUser) => {
  const response = await call("/chat/threads?api-version=2025-03-15", {
    method: "POST",
    headers: { Authorization: `Bearer ${user.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ topic: "T" }),
  });
  expect(response.status).toBe(201);
};

describe("the configuration", () => {
  const path = "/chat/config/realTimeNotifications?api-version=2024-09-01";

  it("names the origin of the request", async () => {
    const response = await call(path, { headers: { Authorization: `Bearer ${alice.token}` } });
    expect(await response.json()).toEqual({
      trouterServiceUrl: emulator.endpoint,
      registrarServiceUrl: `${emulator.endpoint}/registrar`,
      cloudType: "Public",
    });
  });

  it("requires a valid token and an API version", async () => {
    expect((await call(path)).status).toBe(401);
    expect((await call(path, { headers: { Authorization: "Bearer x" } })).status).toBe(401);
    const headers = { Authorization: `Bearer ${alice.token}` };
    expect((await call("/chat/config/realTimeNotifications", { headers })).status).toBe(400);
  });

  it("can be read by a page of another origin", async () => {
    const preflight = await call(path, {
      method: "OPTIONS",
      headers: {
        Origin: "https://app.test",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization,x-ms-client-request-id,x-ms-useragent",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    const headers = { Origin: "https://app.test", Authorization: `Bearer ${alice.token}` };
    const answer = await call(path, { headers });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("shares its origin with the path that the official client checks", async () => {
    expect(await (await call("/")).text()).toBe("Trouter");
  });
});

describe("an allocation", () => {
  it("accepts unknown connection parameters", async () => {
    const response = await call("/v4/a?epid=e&sr=unknown&se=1", { method: "POST", ...skype() });
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ socketio: `${emulator.endpoint}/`, ttl: "586440" });
    expect(Object.values(body["connectparams"] as object).join("")).not.toMatch(/[=&]/);
  });

  it("is refused without a token, and by the faults refuseTokens and refuseForGood", async () => {
    expect((await call("/v4/a?epid=e", { method: "POST" })).status).toBe(401);
    emulator.control.realtime.setFaults({ refuseTokens: 1, refuseForGood: true });
    const refused = await call("/v4/a?epid=e", { method: "POST", ...skype() });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("x-trouter-skypetoken-deprecated")).toBe("1");
    expect((await call("/v4/a?epid=e", { method: "POST", ...skype() })).status).toBe(200);
  });

  it("requires a registration id", async () => {
    expect((await call("/v4/a", { method: "POST", ...skype() })).status).toBe(400);
    expect((await call("/socket.io/1/", skype())).status).toBe(400);
    const empty = await call("/registrar/v3/registrations", { method: "POST", ...skype() });
    expect(empty.status).toBe(400);
  });
});

describe("a WebSocket", () => {
  it("is refused for a session that does not exist or is connected already", async () => {
    const { sid, socket } = await open("twice");
    for (const one of [sid, "none"]) {
      const other = new WebSocket(
        `${emulator.endpoint.replace("http", "ws")}/socket.io/1/websocket/${one}`,
      );
      const error = await new Promise<Error>((resolve) => other.on("error", resolve));
      expect(error.message).toContain("404");
    }
    socket.close();
  });

  it("survives malformed frames", async () => {
    const { socket, until } = await open("junk");
    for (const text of ["", "junk", "3:::{", "5:::[]", "9::", "6:::x"]) socket.send(text);
    socket.send('5:7+::{"name":"ping"}');
    expect(await until((frame) => frame.startsWith("6:::7"))).toBe('6:::7+["pong"]');
    socket.close();
  });

  it("is closed by a frame that is too large, or binary", async () => {
    const large = await open("large");
    large.socket.send("x".repeat(LARGEST_FRAME + 1));
    expect(await large.closed).toBe(1009);
    const binary = await open("binary");
    binary.socket.send(Buffer.from([1, 2, 3]));
    await binary.closed;
    expect(emulator.control.realtime.status().connected).toBe(0);
  });

  it("receives unacknowledged events again on the next connection", async () => {
    const first = await open("again");
    await makeThread(alice);
    const frame = await first.until((text) => text.startsWith("3:::"));
    expect(emulator.control.realtime.drop({ userId: alice.id })).toBe(1);
    await first.closed;
    const second = await open("again");
    expect(second.frames[1]).toContain('"retained":"true"');
    expect(await second.until((text) => text.startsWith("3:::"))).toBe(frame);
    const { data } = parseFrame(frame) as { data: string };
    const { id } = JSON.parse(data) as { id: number };
    second.socket.send(`3:::{"id":${id},"status":200,"body":""}`);
    second.socket.send('5:1+::{"name":"ping"}');
    await second.until((text) => text.startsWith("6:::1"));
    expect(emulator.control.realtime.status().undelivered).toBe(0);
    second.socket.close();
  });
});

describe("long polling", () => {
  it("returns frames, holds an empty poll, and accepts acknowledgements", async () => {
    const handshake = await call("/socket.io/1/?epid=poll", skype());
    const [sid] = (await handshake.text()).split(":");
    const path = `/socket.io/1/xhr-polling/${sid}?t=1`;
    const greeting = await (await call(path)).text();
    expect(greeting).toContain("\ufffd3\ufffd1::");
    expect(greeting).toContain("trouter.connected");
    const held = call(path);
    await makeThread(alice);
    const frame = await (await held).text();
    expect(frame).toMatch(/^3:::\{"id":1,/);
    const answered = await call(path, {
      method: "POST",
      body: '3:::{"id":1,"status":200,"body":""}',
    });
    expect([answered.status, await answered.text()]).toEqual([200, "1"]);
    expect(emulator.control.realtime.status().undelivered).toBe(0);
    const wrong = await call(path, { method: "POST", body: "\ufffd99\ufffd3:::" });
    expect(wrong.status).toBe(400);
    expect((await call("/socket.io/1/xhr-polling/none")).status).toBe(404);
    const last = call(path);
    await call(path, { method: "POST", body: "0::" });
    expect(await (await last).text()).toBe("0::");
  });
});

describe("the registrar", () => {
  it("removes a registration and drops its events", async () => {
    const { socket, closed } = await open("gone");
    socket.close();
    await closed;
    const before = emulator.control.realtime.status().registrations;
    const response = await call("/registrar/v3/registrations/gone", {
      method: "DELETE",
      ...skype(),
    });
    expect(response.status).toBe(202);
    expect(emulator.control.realtime.status().registrations).toBe(before - 1);
  });
});

const control = (method: string, path: string, body?: unknown) =>
  call(`/_emulator/realtime${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });

describe("the control API", () => {
  it("shows and sets faults", async () => {
    expect((await control("PUT", "/faults", { holdAcks: true })).status).toBe(200);
    const status = (await (await control("GET", "")).json()) as { faults: object };
    expect(status.faults).toMatchObject({ holdAcks: true, refuseTokens: 0 });
    await control("PUT", "/faults", {});
    expect(emulator.control.realtime.status().faults.holdAcks).toBe(false);
  });

  it.each([
    ["PUT", "/faults", "{", 400],
    ["PUT", "/faults", [], 400],
    ["PUT", "/faults", { holdAcks: 1 }, 400],
    ["PUT", "/faults", { refuseTokens: -1 }, 400],
    ["PUT", "/faults", { surprise: true }, 400],
    ["POST", "/drop", { userId: 1 }, 400],
    ["POST", "/drop", { count: 0 }, 400],
    ["POST", "/lose", { announce: "no" }, 400],
    ["DELETE", "/drop", undefined, 404],
    ["GET", "/surprise", undefined, 404],
  ])("responds to %s %s %j with %d", async (method, path, body, status) => {
    expect((await control(method, path, body)).status).toBe(status);
  });

  it("drops connections, moves clients and loses events", async () => {
    const { closed, until } = await open("control");
    expect(await (await control("POST", "/reconnect", { userId: alice.id })).json()).toEqual({
      connections: 1,
    });
    expect(await until((frame) => frame.includes("trouter.reconnect"))).toBe(
      '5:::{"name":"trouter.reconnect","args":[{"target":"self"}]}',
    );
    expect(await (await control("POST", "/drop", { userId: alice.id })).json()).toEqual({
      connections: 1,
    });
    await closed;
    await makeThread(alice);
    expect(await (await control("POST", "/lose", { userId: alice.id })).json()).toEqual({
      events: 1,
    });
    const next = await open("control");
    await next.until((frame) => frame.includes("trouter.message_loss"));
    next.socket.close();
  });
});
