import { expect, it } from "vitest";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { connected, only, setUp } from "./support/start.ts";

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

it("announces one gap after several failed attempts, when events arrive again", async () => {
  const { socket, time, heard, service, notifications } = await connected();
  const lastHeard = time.now();
  let refuse = true;
  service.answer = (request) => {
    if (request.url.pathname !== "/v3/registrations" || request.method !== "POST") return undefined;
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

it("starts again after a stop without announcing a gap", async () => {
  const { socket, time, heard, notifications } = await connected();
  socket.drop();
  await notifications.stop();
  await time.advance(60_000);
  await notifications.start();
  expect(only(heard, "resyncRequired")).toEqual([]);
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
