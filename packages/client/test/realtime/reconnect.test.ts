import { describe, expect, it } from "vitest";
import { connected, only } from "./support/start.ts";

describe("after a lost connection", () => {
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
