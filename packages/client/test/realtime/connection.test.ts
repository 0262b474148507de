import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { only, setUp } from "./support/start.ts";

/** Notifications that are connected. */
async function connected() {
  const all = setUp();
  await all.notifications.start();
  await settle();
  return { ...all, socket: all.service.sockets[0]! };
}

describe("a connection", () => {
  it("delivers events in order, and acknowledges each after its listeners", async () => {
    const { socket, heard, notifications } = await connected();
    const acknowledged: number[] = [];
    notifications.on("chatMessageReceived", () => {
      acknowledged.push(socket.received.filter((text) => text.startsWith("3:::")).length);
    });
    for (const number of [1, 2, 3])
      socket.notify(number, messagePayload(number), { "MS-CV": "cv" });
    expect(only(heard, "chatMessageReceived").map(({ message }) => message)).toEqual([
      "message 1",
      "message 2",
      "message 3",
    ]);
    expect(acknowledged).toEqual([0, 1, 2]);
    const first = socket.received.find((text) => text.startsWith("3:::"));
    expect(JSON.parse(first!.slice(4))).toEqual({
      id: 1,
      status: 200,
      headers: { "MS-CV": "cv" },
      body: "",
    });
  });

  it("delivers a repeated event once", async () => {
    const { socket, heard } = await connected();
    const typing = { ...messagePayload(1), eventId: 245 };
    socket.notify(1, messagePayload(1));
    socket.notify(7, messagePayload(1));
    socket.notify(2, typing);
    socket.notify(2, typing);
    socket.notify(3, typing);
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
    expect(only(heard, "typingIndicatorReceived")).toHaveLength(2);
    expect(socket.received.filter((text) => text.startsWith("3:::"))).toHaveLength(5);
  });

  it("responds to heartbeats and pings, and is closed without a response", async () => {
    const { socket, time, service, heard, notifications } = await connected();
    socket.send("2::");
    expect(socket.received.at(-1)).toBe("2::");
    await time.advance(40_000);
    expect(socket.received.at(-1)).toContain('"name":"ping"');
    service.acknowledge = false;
    await time.advance(45_001);
    expect(only(heard, "stateChanged").at(-1)).toMatchObject({ error: { code: "Timeout" } });
    service.acknowledge = true;
    await time.advance(1000);
    expect(notifications.state).toBe("connected");
    expect(service.sockets).toHaveLength(2);
    expect(socket.open).toBe(false);
  });

  it("is replaced if the activity report is not acknowledged", async () => {
    const { service, time, notifications } = setUp();
    service.acknowledge = false;
    await notifications.start();
    await time.advance(9999);
    expect(notifications.state).toBe("connected");
    await time.advance(1);
    expect(notifications.state).toBe("reconnecting");
    await notifications.stop();
  });

  it("ignores invalid frames, and stays connected", async () => {
    const { socket, heard, notifications } = await connected();
    const junk = [
      "",
      "junk",
      "9::",
      "3:::",
      "3:::null",
      '3:::{"id":1}',
      '3:::{"id":1,"body":{"eventId":200}}',
      '3:::{"id":2,"body":"{"}',
      '3:::{"id":3,"body":"{\\"eventId\\":999}"}',
      "5:::x",
      "0",
      '3:::{"id":{"toString":1},"body":"{\\"eventId\\":{\\"toString\\":1}}"}',
      '5:::{"name":{"toString":1},"args":{"toString":1}}',
      '5:::{"name":"trouter.connected","args":[null]}',
      '5:::{"name":7,"args":1}',
      "6:::x",
      "7:::error",
      "x".repeat(2 << 20),
    ];
    for (const text of junk) socket.send(text);
    socket.notify(9, messagePayload(1));
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
    expect(notifications.state).toBe("connected");
    const statuses = socket.received
      .filter((text) => text.startsWith("3:::"))
      .map((text) => (JSON.parse(text.slice(4)) as { status: number }).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 200]);
  });

  it("logs only what it ignores", async () => {
    const { socket, lines, time } = await connected();
    await time.advance(50_000);
    socket.send("6:::1+[]");
    expect(lines).toEqual([]);
    socket.send("5:::{}");
    socket.notify(1, { eventId: 999 });
    expect(lines).toEqual(["ignored a frame: type 5, 6 characters", "ignored an unknown event"]);
  });

  it("reports a known event with missing properties, and stays connected", async () => {
    const { socket, heard } = await connected();
    socket.notify(1, messagePayload(1, { originalArrivalTime: "never" }));
    socket.notify(2, messagePayload(2));
    expect(only(heard, "error")).toMatchObject([
      { code: "InvalidAnswer", message: expect.stringContaining("originalArrivalTime") as string },
    ]);
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
  });

  it("handles any text from the service", async () => {
    const { socket, notifications, heard } = await connected();
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom("2:::", "3:::", "5:::", "6:::", "8:::"),
          fc.oneof(fc.json(), fc.string()),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (data) => {
        // A close frame is valid.
        fc.pre(!data.startsWith("0:"));
        socket.send(data);
        expect(notifications.state).toBe("connected");
      }),
    );
    socket.notify(1, messagePayload(1));
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
  });
});

describe("after a lost connection", () => {
  it("reconnects, and announces the gap with the time of the last frame", async () => {
    const { socket, time, heard, service, notifications } = await connected();
    await time.advance(5000);
    socket.notify(1, messagePayload(1));
    const lastHeard = time.now();
    await time.advance(3000);
    socket.drop();
    expect(notifications.state).toBe("reconnecting");
    await time.advance(1000);
    expect(notifications.state).toBe("connected");
    const [gap] = only(heard, "resyncRequired");
    expect(gap).toMatchObject({ reason: "disconnected" });
    expect(gap!.since.getTime()).toBeLessThanOrEqual(lastHeard);
    expect(gap!.since.getTime()).toBeGreaterThan(lastHeard - 3000);
    const second = service.requests.filter(({ url }) => url.pathname === "/v4/a")[1]!;
    expect(second.url.origin).toBe("https://socket.test");
    expect(second.url.searchParams.get("sr")).toBe("s");
    expect(heard.map(([name]) => name)).toEqual([
      "stateChanged",
      "stateChanged",
      "realTimeNotificationConnected",
      "chatMessageReceived",
      "stateChanged",
      "realTimeNotificationDisconnected",
      "resyncRequired",
      "stateChanged",
      "realTimeNotificationConnected",
    ]);
  });

  it("announces the gap once, when events arrive again", async () => {
    const { socket, time, heard, service, notifications } = await connected();
    const lastHeard = time.now();
    let refuse = true;
    service.answer = (request) => {
      if (request.url.pathname !== "/v3/registrations" || request.method !== "POST")
        return undefined;
      return refuse ? new Response(null, { status: 503 }) : "hang";
    };
    socket.drop();
    await time.advance(5000);
    expect(only(heard, "resyncRequired")).toEqual([]);
    refuse = false;
    await time.advance(5000);
    expect(only(heard, "resyncRequired")).toEqual([]);
    service.answer = () => undefined;
    await time.advance(60_000);
    expect(notifications.state).toBe("connected");
    const [gap, ...more] = only(heard, "resyncRequired");
    expect(gap!.since.getTime()).toBeLessThanOrEqual(lastHeard);
    expect(more).toEqual([]);
  });

  it("announces no gap if the service kept all events", async () => {
    const { socket, time, heard, service, notifications } = await connected();
    service.greet = "retained";
    socket.notify(1, messagePayload(1));
    socket.drop();
    await time.advance(1000);
    expect(notifications.state).toBe("connected");
    service.sockets[1]!.notify(1, messagePayload(1));
    service.sockets[1]!.notify(2, messagePayload(2));
    expect(only(heard, "resyncRequired")).toEqual([]);
    expect(only(heard, "chatMessageReceived").map(({ message }) => message)).toEqual([
      "message 1",
      "message 2",
    ]);
  });

  it("announces the gap in the service's time", async () => {
    const { service, time, heard, notifications } = setUp();
    const ahead = 3_600_000;
    service.answer = (request) =>
      request.url.pathname === "/socket.io/1/"
        ? new Response("sid:70:70:websocket", {
            headers: { Date: new Date(time.now() + ahead).toUTCString() },
          })
        : undefined;
    await notifications.start();
    const lastHeard = time.now();
    service.sockets[0]!.drop();
    await time.advance(1000);
    const [gap] = only(heard, "resyncRequired");
    expect(Math.abs(gap!.since.getTime() - lastHeard - ahead)).toBeLessThan(3000);
  });

  it("increases the delay with each failure, and never stops retrying without a network", async () => {
    const { socket, time, service, heard, notifications } = await connected();
    service.answer = () => new TypeError("fetch failed");
    const before = service.requests.length;
    socket.drop();
    await time.advance(10_000);
    const early = service.requests.length - before;
    await time.advance(600_000);
    const late = service.requests.length - before - early;
    expect(early).toBeGreaterThan(3);
    expect(late).toBeGreaterThan(19);
    expect(late).toBeLessThan(50);
    expect(only(heard, "error").length).toBe(early + late);
    expect(notifications.state).toBe("reconnecting");
    service.answer = () => undefined;
    const again = notifications.start();
    await time.advance(31_000);
    await again;
    expect(notifications.state).toBe("connected");
    expect(only(heard, "resyncRequired")).toHaveLength(1);
    await notifications.stop();
  });

  it("does not retry in a loop if each connection fails immediately", async () => {
    const { time, service, notifications } = await connected();
    const breakAll = () => {
      for (const socket of service.sockets) if (socket.open) socket.drop();
    };
    for (let second = 0; second < 60; second++) {
      breakAll();
      await time.advance(1000);
    }
    expect(service.sockets.length).toBeLessThan(15);
    await notifications.stop();
  });

  it("stops with an event if the token is rejected, and can be started again", async () => {
    const { socket, time, service, heard, notifications } = await connected();
    service.answer = () => new Response(null, { status: 401 });
    socket.send('0:::{"reason":"unauthorized"}');
    await time.advance(1000);
    expect(notifications.state).toBe("stopped");
    expect(only(heard, "tokenExpired")).toHaveLength(1);
    expect(only(heard, "error")).toMatchObject([{ code: "TokenRejected" }]);
    expect(only(heard, "realTimeNotificationDisconnected")).toHaveLength(1);
    expect(time.pending).toBe(0);
    service.answer = () => undefined;
    await notifications.start();
    expect(notifications.state).toBe("connected");
    expect(only(heard, "resyncRequired")).toHaveLength(1);
  });

  it("starts again after a stop without announcing a gap", async () => {
    const { socket, time, heard, notifications } = await connected();
    socket.drop();
    await notifications.stop();
    await time.advance(60_000);
    await notifications.start();
    expect(only(heard, "resyncRequired")).toEqual([]);
  });
});

describe("a stop", () => {
  it("closes everything, removes the registration and leaves no timer", async () => {
    const { socket, time, service, heard, notifications } = await connected();
    await notifications.stop();
    expect(socket.open).toBe(false);
    expect(time.pending).toBe(0);
    expect(notifications.state).toBe("stopped");
    expect(only(heard, "realTimeNotificationDisconnected")).toHaveLength(1);
    const last = service.requests.at(-1)!;
    expect(`${last.method} ${last.url.origin}`).toBe("DELETE https://registrar.test");
    socket.notify(1, messagePayload(1));
    expect(only(heard, "chatMessageReceived")).toEqual([]);
    await notifications.stop();
    await time.advance(600_000);
    expect(service.sockets).toHaveLength(1);
  });

  it("cancels a pending reconnect", async () => {
    const { socket, time, service, notifications } = await connected();
    service.answer = () => new TypeError("fetch failed");
    socket.drop();
    await time.advance(20_000);
    await notifications.stop();
    expect(time.pending).toBe(0);
    expect(notifications.state).toBe("stopped");
  });

  it("completes in limited time if the service does not respond", async () => {
    const { time, service, notifications } = await connected();
    service.answer = () => "hang";
    const stopped = notifications.stop();
    await time.advance(5000);
    await stopped;
    expect(time.pending).toBe(0);
  });

  it("keeps the listeners for the next start", async () => {
    const { service, heard, notifications } = await connected();
    await notifications.stop();
    await notifications.start();
    service.sockets[1]!.notify(1, messagePayload(1));
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
  });
});

it("renews the registration with the next connection if it cannot be renewed", async () => {
  const { service, time, heard, notifications } = await connected();
  const registrations = () =>
    service.requests.filter(
      ({ method, url }) => method === "POST" && url.pathname === "/v3/registrations",
    ).length;
  let refusals = 1;
  service.answer = ({ url }) =>
    url.pathname === "/v3/registrations" && refusals-- > 0
      ? new Response(null, { status: 503 })
      : undefined;
  const before = registrations();
  await time.advance(7_170_000 + 1000);
  expect(registrations()).toBe(before + 2);
  expect(notifications.state).toBe("connected");
  expect(only(heard, "resyncRequired")).toMatchObject([{ reason: "disconnected" }]);
});

it("announces an invalid event as a loss, also to iterations", async () => {
  const { socket, heard, notifications, time } = await connected();
  const since = time.now();
  const events = notifications.events({ types: ["chatMessageReceived"] });
  await time.advance(5000);
  socket.notify(1, messagePayload(1, { messageId: "" }));
  expect(only(heard, "error")).toMatchObject([{ code: "InvalidAnswer" }]);
  const [gap] = only(heard, "resyncRequired");
  expect(gap).toMatchObject({ reason: "messageLoss" });
  expect(gap!.since.getTime()).toBeLessThanOrEqual(since);
  expect((await events.next()).value).toMatchObject({ type: "resyncRequired" });
});

it("logs and ignores a binary frame", async () => {
  const { socket, lines, notifications } = await connected();
  socket.send(new Blob(["5:::"]) as never);
  expect(lines.at(-1)).toContain("ignored a frame");
  expect(notifications.state).toBe("connected");
});

it("announces a gap in the service's time, even if the local clock changes", async () => {
  let ahead = 3_600_000;
  const { service, time, heard, notifications } = setUp({ ahead: () => ahead });
  service.answer = ({ url }) =>
    url.pathname === "/socket.io/1/"
      ? new Response("sid1:70:70:websocket", {
          headers: { date: new Date(time.now()).toUTCString() },
        })
      : undefined;
  await notifications.start();
  await time.advance(20_000);
  const lostAt = time.now();
  service.sockets[0]!.drop();
  ahead = 0;
  await time.advance(60_000);
  const [gap] = only(heard, "resyncRequired");
  expect(gap!.since.getTime()).toBeLessThanOrEqual(lostAt);
  expect(gap!.since.getTime()).toBeGreaterThan(lostAt - 60_000);
});

it("announces a loss in the greeting from the time of the start", async () => {
  const { service, heard, notifications, time } = setUp();
  service.greet = false;
  const started = notifications.start();
  await settle();
  const [socket] = service.sockets;
  socket!.send('5:::{"name":"trouter.connected","args":[{}]}');
  socket!.send('5:::{"name":"trouter.message_loss","args":[]}');
  await started;
  const [gap] = only(heard, "resyncRequired");
  expect(gap!.since.getTime()).toBeGreaterThan(time.now() - 60_000);
});
