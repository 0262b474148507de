import { expect, it } from "vitest";
import { createLifecycle } from "./lifecycle.ts";
import { RealtimeError } from "./realtime-error.ts";

const error = new RealtimeError("ConnectionLost", "lost");

function setUp() {
  const dispatched: string[] = [];
  const lifecycle = createLifecycle({
    dispatch(name, event) {
      const { state } = Object(event) as { state?: string };
      dispatched.push(state ? `${name} ${state}` : name);
    },
  });
  return { lifecycle, dispatched };
}

it("dispatches each change of the state once", async () => {
  const { lifecycle, dispatched } = setUp();
  void lifecycle.connecting();
  lifecycle.connected();
  lifecycle.connected();
  await new Promise((resolve) => setTimeout(resolve));
  lifecycle.reconnecting(error);
  lifecycle.reconnecting(error);
  lifecycle.connected();
  lifecycle.stopped(error);
  expect(dispatched).toEqual([
    "stateChanged connecting",
    "stateChanged connected",
    "realTimeNotificationConnected",
    "stateChanged reconnecting",
    "realTimeNotificationDisconnected",
    "stateChanged connected",
    "realTimeNotificationConnected",
    "stateChanged stopped",
    "realTimeNotificationDisconnected",
  ]);
});

it("resolves a waiting start with the next connection, and rejects it on a stop", async () => {
  const { lifecycle } = setUp();
  const first = lifecycle.connecting();
  lifecycle.reconnecting(error);
  lifecycle.connected();
  await expect(first).resolves.toBeUndefined();
  lifecycle.reconnecting(error);
  const second = lifecycle.ready;
  expect(second).not.toBe(first);
  lifecycle.stopped(error);
  await expect(second).rejects.toBe(error);
  expect(lifecycle.ready).toBeUndefined();
});

it("ignores reports of a transport after a stop", () => {
  const { lifecycle, dispatched } = setUp();
  lifecycle.connected();
  lifecycle.reconnecting(error);
  expect([lifecycle.state, dispatched]).toEqual(["stopped", []]);
});
