import { inspect } from "node:util";
import { describe, expect, it, test } from "vitest";
import { RealtimeError } from "../../src/realtime/realtime-error.ts";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { only, setUp } from "./support/start.ts";

const at = (path: string) => (request: { url: URL }) => request.url.pathname === path;

describe("a start", () => {
  it("sends the requests of the protocol, with the token only where it is required", async () => {
    const { service, notifications } = setUp();
    await notifications.start();
    const lines = service.requests.map(
      ({ method, url }) => `${method} ${url.origin}${url.pathname}`,
    );
    expect(lines).toEqual([
      "GET https://chat.test/chat/config/realTimeNotifications",
      "POST https://trouter.test/v4/a",
      "POST https://registrar.test/v3/registrations",
      "GET https://socket.test/socket.io/1/",
    ]);
    const [config, allocate, register, handshake] = service.requests;
    expect(config!.headers.get("authorization")).toBe("Bearer token-1");
    for (const request of [allocate, handshake, register]) {
      expect(request!.headers.get("x-skypetoken")).toBe("token-1");
      expect(request!.headers.has("authorization")).toBe(false);
    }
    // A redirect would send the token to another address. Cloudflare Workers reject the value "error".
    expect(service.requests.every(({ redirect }) => redirect === "manual")).toBe(true);
    const epid = allocate!.url.searchParams.get("epid");
    expect(handshake!.url.searchParams.get("epid")).toBe(epid);
    expect(JSON.parse(register!.body)).toMatchObject({
      registrationId: epid,
      transports: { TROUTER: [{ path: "https://socket.test/v4/f/x/", ttl: 7200 }] },
    });
    const [socket] = service.sockets;
    expect(socket!.url.href).toMatch(/^wss:\/\/socket\.test\/socket\.io\/1\/websocket\/sid1\?/);
    expect(socket!.url.href).not.toContain("token-1");
    expect(socket!.received[0]).toContain('"name":"user.activity"');
  });

  it("resolves after the registration, and reports the states before", async () => {
    const { service, notifications, heard } = setUp();
    service.answer = (request) => (at("/v3/registrations")(request) ? "hang" : undefined);
    let started = false;
    const start = notifications.start().then(() => (started = true));
    await settle();
    expect([started, notifications.state]).toEqual([false, "connecting"]);
    await notifications.stop();
    await expect(start).rejects.toMatchObject({ code: "Stopped" });
    service.answer = () => undefined;
    await notifications.start();
    expect(notifications.state).toBe("connected");
    expect(only(heard, "stateChanged").map(({ state }) => state)).toEqual([
      "connecting",
      "stopped",
      "connecting",
      "connected",
    ]);
    await settle();
    expect(only(heard, "realTimeNotificationConnected")).toHaveLength(1);
  });

  it("calls a listener that was added after it resolved", async () => {
    const { notifications } = setUp();
    await notifications.start();
    await new Promise<void>((resolve) => {
      notifications.on("realTimeNotificationConnected", resolve);
    });
    expect(notifications.state).toBe("connected");
  });

  it("does not report a connection that was lost before listeners could be called", async () => {
    const { notifications, heard } = setUp();
    await notifications.start();
    await notifications.stop();
    await settle();
    expect(only(heard, "realTimeNotificationConnected")).toEqual([]);
    expect(only(heard, "realTimeNotificationDisconnected")).toEqual([]);
  });

  it("is shared by all calls while it is in progress", async () => {
    const { service, notifications } = setUp();
    await Promise.all([notifications.start(), notifications.start()]);
    await notifications.start();
    expect(service.sockets).toHaveLength(1);
  });

  it.each([
    [
      "a configuration that is refused",
      "/chat/config/realTimeNotifications",
      new Response(null, { status: 403 }),
      { code: "RequestFailed", statusCode: 403 },
    ],
    [
      "a configuration that is not JSON",
      "/chat/config/realTimeNotifications",
      new Response("<html>"),
      { code: "InvalidAnswer" },
    ],
    [
      "a configuration that lacks a URL",
      "/chat/config/realTimeNotifications",
      Response.json({ trouterServiceUrl: "https://a.test" }),
      { code: "InvalidAnswer" },
    ],
    [
      "a configuration that names plain http",
      "/chat/config/realTimeNotifications",
      Response.json({ trouterServiceUrl: "http://a.test", registrarServiceUrl: "https://b.test" }),
      { code: "InsecureUrl" },
    ],
    [
      "an allocation that lacks a socket",
      "/v4/a",
      Response.json({ surl: "x" }),
      { code: "InvalidAnswer" },
    ],
    [
      "an allocation with an http URL",
      "/v4/a",
      Response.json({ surl: "x", socketio: "http://a.test/" }),
      { code: "InsecureUrl" },
    ],
    ["an invalid handshake", "/socket.io/1/", new Response("hello"), { code: "InvalidAnswer" }],
    [
      "a rejected registration",
      "/v3/registrations",
      new Response(null, { status: 400 }),
      { code: "RequestFailed", statusCode: 400 },
    ],
  ])("is rejected immediately by %s, and can be called again", async (_, path, answer, error) => {
    const { service, time, notifications } = setUp();
    service.answer = (request) => (at(path)(request) ? answer.clone() : undefined);
    const failed = notifications.start();
    await expect(failed).rejects.toBeInstanceOf(RealtimeError);
    await expect(failed).rejects.toMatchObject(error);
    expect(notifications.state).toBe("stopped");
    expect(time.pending).toBe(0);
    expect(service.sockets.filter(({ open }) => open)).toEqual([]);
    service.answer = () => undefined;
    await notifications.start();
    expect(notifications.state).toBe("connected");
  });

  it.each([
    ["fails", () => new TypeError("fetch failed"), "ConnectionLost"],
    ["responds with 503", () => new Response(null, { status: 503 }), "RequestFailed"],
    ["does not respond", () => "hang" as const, "Timeout"],
  ])("makes three attempts if the network %s, then is rejected", async (_, answer, code) => {
    const { service, time, notifications } = setUp();
    service.answer = answer;
    const failed = notifications.start().catch((error: unknown) => error);
    await time.advance(60_000);
    expect(await failed).toMatchObject({ code });
    expect(service.requests).toHaveLength(3);
    expect(time.pending).toBe(0);
  });

  it("uses long polling if WebSockets do not work", async () => {
    const { service, time, notifications, heard } = setUp();
    service.refuseSockets = true;
    let polls = 0;
    service.answer = ({ method, url }) => {
      if (!url.pathname.startsWith("/socket.io/1/xhr-polling/")) return undefined;
      if (method === "POST") return new Response("1");
      polls += 1;
      if (polls > 1) return "hang";
      const notification = JSON.stringify({ id: 1, body: JSON.stringify(messagePayload(1)) });
      const frames = ["1::", '5:::{"name":"trouter.connected","args":[{}]}', `3:::${notification}`];
      return new Response(frames.map((frame) => `\ufffd${frame.length}\ufffd${frame}`).join(""));
    };
    const started = notifications.start();
    await time.advance(1000);
    await started;
    expect(only(heard, "chatMessageReceived").map(({ message }) => message)).toEqual(["message 1"]);
    const posts = service.requests.filter(
      ({ method, url }) => method === "POST" && url.pathname.includes("xhr-polling"),
    );
    expect(posts.map(({ body }) => body).join("")).toContain('3:::{"id":1,"status":200');
    expect(posts.every(({ headers }) => !headers.has("x-skypetoken"))).toBe(true);
  });

  it("is rejected if the greeting does not arrive", async () => {
    const { service, time, notifications } = setUp();
    service.greet = false;
    service.transports = "websocket";
    const failed = notifications.start().catch((error: unknown) => error);
    await time.advance(120_000);
    expect(await failed).toMatchObject({ code: "Timeout" });
    expect(service.sockets).toHaveLength(3);
    expect(service.sockets.filter(({ open }) => open)).toEqual([]);
  });

  it("is rejected if the credential returns no token", async () => {
    const { notifications, tokens } = setUp();
    Object.defineProperty(tokens, "current", {
      get() {
        throw new Error("no network");
      },
    });
    await expect(notifications.start()).rejects.toMatchObject({ code: "TokenUnavailable" });
  });
});

const refuseFirst = ({ headers }: { headers: Headers }) =>
  [...headers.values()].some((value) => value.endsWith("token-1"))
    ? new Response(null, { status: 401 })
    : undefined;

describe("a rejected token", () => {
  it("makes the client request another token, with a hint that it was rejected", async () => {
    const { service, notifications, tokens } = setUp();
    service.answer = (request) => {
      const answer = refuseFirst(request);
      tokens.current = "token-2";
      return answer;
    };
    await notifications.start();
    expect(notifications.state).toBe("connected");
    expect(tokens.asked).toContainEqual({ forceRefresh: true });
  });

  it("is reported as tokenExpired if the credential returns it again", async () => {
    const { service, notifications, heard } = setUp();
    service.answer = refuseFirst;
    await expect(notifications.start()).rejects.toMatchObject({
      code: "TokenRejected",
      statusCode: 401,
    });
    expect(only(heard, "tokenExpired")).toHaveLength(1);
    expect(service.requests).toHaveLength(1);
  });

  it("is replaced at most three times", async () => {
    const { service, notifications, tokens } = setUp();
    service.answer = () => {
      tokens.current += "x";
      return new Response(null, { status: 401 });
    };
    await expect(notifications.start()).rejects.toMatchObject({ code: "TokenRejected" });
    expect(service.requests).toHaveLength(4);
  });

  it("is not refreshed if it is rejected permanently", async () => {
    const { service, notifications, tokens } = setUp();
    service.answer = () =>
      new Response(null, { status: 401, headers: { "x-trouter-skypetoken-deprecated": "1" } });
    await expect(notifications.start()).rejects.toMatchObject({ code: "TokenRejected" });
    expect(tokens.asked).toEqual([{}]);
  });
});

test("reports failures of credentials and fetch only in the cause, because their messages may contain the token", async () => {
  const { service, time, notifications, heard, lines, tokens } = setUp();
  await notifications.start();
  service.answer = () => new TypeError('"token-1" is an invalid header value');
  service.sockets[0]!.drop();
  await time.advance(2000);
  Object.defineProperty(tokens, "current", {
    get() {
      throw new Error("token-1 has expired");
    },
  });
  await time.advance(60_000);
  const errors = only(heard, "error");
  expect(new Set(errors.map(({ code }) => code))).toEqual(
    new Set(["ConnectionLost", "TokenUnavailable"]),
  );
  expect([...errors.map(({ message }) => message), ...lines].join()).not.toContain("token-1");
  expect(errors.every(({ cause }) => String(cause).includes("token-1"))).toBe(true);
  await notifications.stop();
});

test.each([401, 403, 500])("never appears in errors or the log: %d", async (status) => {
  const { service, time, notifications, heard, lines } = setUp();
  await notifications.start();
  service.answer = () => new Response("token-1", { status });
  service.sockets[0]!.send("token-1 is not a frame");
  service.sockets[0]!.drop();
  await time.advance(5000);
  await notifications.stop();
  const failing = notifications.start().catch((error: unknown) => error);
  await time.advance(5000);
  const told = [await failing, ...only(heard, "error"), ...only(heard, "stateChanged"), ...lines];
  expect(told.length).toBeGreaterThan(3);
  expect(inspect(told, { depth: 9, showHidden: true })).not.toContain("token-1");
});
