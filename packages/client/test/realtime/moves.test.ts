import { describe, expect, it } from "vitest";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { only, setUp } from "./support/start.ts";

/** Starts notifications on a fake service and waits for the connection. */
async function connected() {
  const all = setUp();
  await all.notifications.start();
  await settle();
  return { ...all, socket: all.service.sockets[0]! };
}

describe("the service", () => {
  it("can lose events: the notice is announced, then confirmed", async () => {
    const { socket, heard, time, notifications } = await connected();
    const connectedAt = time.now();
    await time.advance(20_000);
    const confirmed: boolean[] = [];
    notifications.on("resyncRequired", () => {
      confirmed.push(socket.received.some((text) => text.includes("processed_message_loss")));
    });
    const notice = { droppedIndicators: [{ tag: "t", etag: "e" }] };
    socket.send(`5:::${JSON.stringify({ name: "trouter.message_loss", args: [notice] })}`);
    const [gap] = only(heard, "resyncRequired");
    expect(gap!.reason).toBe("messageLoss");
    expect(gap!.since.getTime()).toBeLessThanOrEqual(connectedAt);
    expect(confirmed).toEqual([false]);
    expect(socket.received.at(-1)).toBe(
      `5:::${JSON.stringify({ name: "trouter.processed_message_loss", args: [notice] })}`,
    );
  });

  it("can request a move: the new connection opens before the old one closes", async () => {
    const { socket, heard, time, service, notifications } = await connected();
    socket.send('5:::{"name":"trouter.reconnect","args":[{"target":"self"}]}');
    await time.advance(1000);
    expect(service.sockets).toHaveLength(2);
    expect(socket.open).toBe(true);
    socket.notify(1, messagePayload(1));
    service.sockets[1]!.notify(1, messagePayload(1));
    service.sockets[1]!.notify(2, messagePayload(2));
    await time.advance(60_000);
    expect(socket.open).toBe(false);
    expect(service.sockets[1]!.open).toBe(true);
    expect(only(heard, "chatMessageReceived")).toHaveLength(2);
    expect(only(heard, "realTimeNotificationDisconnected")).toEqual([]);
    expect(only(heard, "resyncRequired")).toEqual([]);
    await notifications.stop();
    expect(time.pending).toBe(0);
  });

  it("can request moves repeatedly without making the client retry in a loop", async () => {
    const { time, service, notifications, heard } = await connected();
    const requests = service.requests.length;
    for (let second = 0; second < 60; second++) {
      for (const { open, send } of service.sockets)
        if (open) send('5:::{"name":"trouter.reconnect","args":[{"target":"self"}]}');
      await time.advance(1000);
    }
    expect(service.sockets.length).toBeGreaterThan(3);
    expect(service.requests.length - requests).toBeLessThan(60);
    expect(only(heard, "resyncRequired")).toEqual([]);
    await notifications.stop();
    expect(time.pending).toBe(0);
    expect(service.sockets.filter(({ open }) => open)).toEqual([]);
  });

  it("can close the old connection during a move", async () => {
    const { socket, time, service, notifications, heard } = await connected();
    socket.send('5:::{"name":"trouter.reconnect","args":[{"target":"self"}]}');
    socket.drop();
    await time.advance(1000);
    expect(notifications.state).toBe("connected");
    expect(service.sockets.filter(({ open }) => open)).toHaveLength(1);
    // The client was without a connection between the two.
    expect(only(heard, "resyncRequired")).toMatchObject([{ reason: "disconnected" }]);
  });
});

it("can announce a loss after a move from before the move", async () => {
  const { socket, heard, time, service } = await connected();
  const connectedAt = time.now();
  await time.advance(20_000);
  socket.send('5:::{"name":"trouter.reconnect","args":[{"target":"self"}]}');
  await time.advance(1000);
  service.sockets[1]!.send('5:::{"name":"trouter.message_loss","args":[]}');
  const [gap] = only(heard, "resyncRequired");
  expect(gap!.since.getTime()).toBeLessThanOrEqual(connectedAt);
});

it("can close any number of connections while a start waits, which still ends", async () => {
  const { socket, time, service, notifications } = await connected();
  await time.advance(20_000);
  socket.send('5:::{"name":"trouter.reconnect","args":[{"target":"self"}]}');
  await time.advance(50);
  socket.drop();
  await settle();
  const started = notifications.start();
  while (service.sockets.length < 2) await time.advance(5);
  service.sockets[1]!.drop();
  await time.advance(60_000);
  await expect(started).resolves.toBeUndefined();
  expect(notifications.state).toBe("connected");
});
