import { expect, it } from "vitest";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { only, setUp } from "./support/start.ts";

/** A WebSocket class as in a page whose content security policy blocks WebSockets. */
function blocked(): never {
  throw new Error("blocked by a policy");
}

it("ends events() immediately with an aborted signal, before and after a start", async () => {
  const { notifications } = setUp();
  const over = { done: true, value: undefined };
  const signal = AbortSignal.abort();
  expect(await notifications.events({ signal }).next()).toEqual(over);
  await notifications.start();
  expect(await notifications.events({ signal }).next()).toEqual(over);
});

it("uses long polling if a WebSocket cannot be created, and leaves no timer", async () => {
  const { notifications, service, time } = setUp({
    webSocket: blocked as never,
  });
  service.transports = "websocket";
  const failed = notifications.start().catch((error: unknown) => error);
  await time.advance(5000);
  expect(await failed).toMatchObject({ code: "ConnectionLost" });
  expect(time.pending).toBe(0);
  service.transports = "websocket,xhr-polling";
  service.answer = ({ url }) => (url.pathname.includes("xhr-polling") ? "hang" : undefined);
  void notifications.start().catch(() => {});
  await time.advance(1000);
  expect(service.requests.some(({ url }) => url.pathname.includes("xhr-polling"))).toBe(true);
  await notifications.stop();
  expect(time.pending).toBe(0);
});

it.each([
  ["a lost connection", "reconnecting"],
  ["a reconnect", "connected"],
])("allows a listener to stop while it is called for %s", async (_, when) => {
  const { notifications, service, time, heard } = setUp();
  await notifications.start();
  await settle();
  notifications.on("stateChanged", ({ state }) => {
    if (state === when) void notifications.stop();
  });
  service.sockets[0]!.drop();
  await settle();
  await time.advance(5000);
  expect([notifications.state, time.pending]).toEqual(["stopped", 0]);
  expect(service.sockets.filter(({ open }) => open)).toEqual([]);
  const flow = heard.map(([name]) => name).filter((name) => name.startsWith("realTime"));
  expect(flow.at(-1)).toBe("realTimeNotificationDisconnected");
});

it("allows a listener to stop while it is called for a gap", async () => {
  const { notifications, service, time, heard } = setUp();
  await notifications.start();
  notifications.on("resyncRequired", () => void notifications.stop());
  service.sockets[0]!.drop();
  await time.advance(5000);
  expect(only(heard, "resyncRequired")).toHaveLength(1);
  expect([notifications.state, time.pending]).toEqual(["stopped", 0]);
});

it("closes the connection after a rejected poll", async () => {
  const { notifications, service, time, heard } = setUp({ webSocket: false });
  let polls = 0;
  service.answer = ({ method, url }) => {
    if (!url.pathname.startsWith("/socket.io/1/xhr-polling/")) return undefined;
    if (method === "POST") return new Response("1");
    polls += 1;
    if (polls % 2 === 0) return new Response(null, { status: 401 });
    return new Response('5:::{"name":"trouter.connected","args":[{}]}');
  };
  const started = notifications.start();
  await time.advance(1000);
  await started;
  const lost = only(heard, "stateChanged").find(({ state }) => state === "reconnecting");
  expect(lost).toMatchObject({ error: { code: "RequestFailed", statusCode: 401 } });
  await notifications.stop();
});

/** Starts notifications over long polling. `answer` returns the responses to the polls after the greeting. */
async function setUpPolling(answer: (poll: number) => Response | "hang") {
  const all = setUp({ webSocket: false });
  let polls = 0;
  all.service.answer = ({ method, url }) => {
    if (!url.pathname.startsWith("/socket.io/1/xhr-polling/")) return undefined;
    if (method === "POST") return new Response("1");
    polls += 1;
    return polls === 1
      ? new Response('5:::{"name":"trouter.connected","args":[{}]}')
      : answer(polls);
  };
  const started = all.notifications.start();
  await all.time.advance(0);
  await started;
  return { ...all, polls: () => polls };
}

it("delays polls that get empty responses immediately, and ends with a stop", async () => {
  const { notifications, time, polls } = await setUpPolling(() => new Response(""));
  const before = polls();
  await time.advance(5000);
  expect(polls() - before).toBeGreaterThan(3);
  expect(polls() - before).toBeLessThan(7);
  await notifications.stop();
  expect(time.pending).toBe(0);
  const after = polls();
  await time.advance(5000);
  expect(polls()).toBe(after);
});

it.each([
  ["is malformed", () => new Response("\ufffd9\ufffdshort"), "ConnectionLost"],
  ["does not arrive", () => "hang" as const, "Timeout"],
])("closes the connection after a poll whose response %s", async (_, answer, code) => {
  const { notifications, time, heard } = await setUpPolling(answer);
  await time.advance(61_000);
  const lost = only(heard, "stateChanged").find(({ state }) => state === "reconnecting");
  expect(lost).toMatchObject({ error: { code } });
  await notifications.stop();
  expect(time.pending).toBe(0);
});

it("sends the frames of one tick in one request, and later frames in the next one", async () => {
  const { notifications, service } = await setUpPolling((poll) =>
    poll === 2
      ? new Response(
          [1, 2]
            .map((id) => `3:::${JSON.stringify({ id, body: JSON.stringify(messagePayload(id)) })}`)
            .map((frame) => `\ufffd${frame.length}\ufffd${frame}`)
            .join(""),
        )
      : "hang",
  );
  await settle();
  const posts = service.requests
    .filter(({ method, url }) => method === "POST" && url.pathname.includes("xhr-polling"))
    .map(({ body }) => [...body.matchAll(/"id":(\d)|user.activity/g)].map(([all]) => all));
  expect(posts).toEqual([["user.activity"], ['"id":1', '"id":2']]);
  await notifications.stop();
});

it("does not accept an unknown acknowledgement instead of a greeting", async () => {
  const { notifications, service, time } = setUp();
  service.greet = false;
  service.transports = "websocket";
  const failed = notifications.start().catch((error: unknown) => error);
  await settle();
  service.sockets[0]!.send("6:::0");
  await time.advance(120_000);
  expect(await failed).toMatchObject({ code: "Timeout" });
});

it("rejects an invalid address", async () => {
  const { notifications, service, time } = setUp();
  service.answer = ({ url }) =>
    url.pathname === "/v4/a"
      ? Response.json({ socketio: "https://[", surl: "https://socket.test/v4/f/x/" })
      : undefined;
  const failed = notifications.start().catch((error: unknown) => error);
  await time.advance(5000);
  expect(await failed).toMatchObject({ code: "InvalidAnswer" });
});

it("changes nothing, including the registration, for a move with invalid responses", async () => {
  const { notifications, service, time, heard } = setUp();
  await notifications.start();
  service.answer = ({ url }) => (url.pathname === "/v4/a" ? Response.json({}) : undefined);
  service.sockets[0]!.send('5:::{"name":"trouter.reconnect","args":[]}');
  await time.advance(1000);
  expect(only(heard, "error")).toMatchObject([{ code: "InvalidAnswer" }]);
  const known = service.requests.length;
  await time.advance(7_200_000);
  const renewals = service.requests.slice(known);
  expect(renewals).toHaveLength(1);
  expect(renewals[0]!.body).toContain('"path":"https://socket.test/v4/f/x/"');
  expect(notifications.state).toBe("connected");
  await notifications.stop();
});

it("keeps a message type that is the name of a JavaScript property", async () => {
  const { notifications, service, heard } = setUp();
  await notifications.start();
  service.sockets[0]!.notify(1, messagePayload(1, { messageType: "constructor" }));
  expect(only(heard, "chatMessageReceived")).toMatchObject([{ type: "constructor" }]);
});

it("leaves no connection after a stop while long polling is loading", async () => {
  const { notifications, service, time } = setUp({ webSocket: false });
  const failed = notifications.start().catch((error: unknown) => error);
  // The handshake is the last request before the file is loaded.
  while (!service.requests.some(({ url }) => url.pathname === "/socket.io/1/")) {
    await Promise.resolve();
  }
  await notifications.stop();
  expect(await failed).toMatchObject({ code: "Stopped" });
  await settle();
  expect(time.pending).toBe(0);
  expect(service.requests.some(({ url }) => url.pathname.includes("xhr-polling"))).toBe(false);
});

it.each(["8::", "<html>Welcome</html>", "\ufffd3\ufffd8::\ufffd3\ufffd8::"])(
  "delays polls that get useless responses immediately: %j",
  async (junk) => {
    const { notifications, time, polls } = await setUpPolling((poll) =>
      // Ends the test if the client polls without a delay.
      poll > 100 ? "hang" : new Response(junk),
    );
    await time.advance(3000);
    expect(polls()).toBeLessThan(10);
    await notifications.stop();
  },
);

it("never puts the id of a session into errors or the log", async () => {
  const { notifications, time, lines, heard } = await setUpPolling((poll) =>
    poll === 2 ? new Response(null, { status: 502 }) : "hang",
  );
  await time.advance(3000);
  const { message } = only(heard, "stateChanged").find(({ error }) => error)!.error!;
  expect([...lines, message].join()).toContain("502");
  expect([...lines, message].join()).not.toContain("sid1");
  await notifications.stop();
});
