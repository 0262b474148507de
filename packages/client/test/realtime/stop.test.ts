import { describe, expect, it } from "vitest";
import { messagePayload } from "./support/fake-service.ts";
import { connected, only } from "./support/start.ts";

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
