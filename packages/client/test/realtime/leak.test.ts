import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ChatClient } from "../../src/index.ts";
import { createWatch, impatient, startWorld } from "./support/world.ts";

// Timeouts that only a hanging test exceeds, even on a busy machine.
const patient = { timeout: 30_000 };

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Returns the number of timers that keep the process alive. */
const timers = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

test("leaves no timer, socket, session or listener after a hundred starts, drops and stops", async () => {
  await using world = await startWorld();
  const { client, user } = await world.person(impatient);
  const before = timers();
  const watch = createWatch();
  client.on("stateChanged", () => watch.look());
  for (let round = 0; round < 100; round++) {
    await client.startRealtimeNotifications();
    const iterator = client.events();
    if (round % 4 === 1) {
      world.emulator.control.realtime.drop({ userId: user.id });
      await watch.until(() => client.state === "reconnecting");
    }
    if (round % 4 === 2) {
      world.emulator.control.realtime.drop({ userId: user.id });
      await watch.until(() => client.state === "reconnecting");
      await watch.until(() => client.state === "connected");
    }
    await client.stopRealtimeNotifications();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  }
  const { realtime } = world.emulator.control;
  await expect
    .poll(() => realtime.status(), patient)
    .toMatchObject({
      sessions: 0,
      registrations: 0,
      undelivered: 0,
    });
  await expect.poll(timers, patient).toBeLessThanOrEqual(before);
});

test("allows garbage collection of a stopped client", async () => {
  await using world = await startWorld();
  const { user } = await world.person();
  const collected: number[] = [];
  const registry = new FinalizationRegistry<number>((number) => collected.push(number));
  for (let number = 0; number < 10; number++) {
    await (async () => {
      const credential = {
        getToken: async () => ({ token: user.token, expiresOnTimestamp: 0 }),
        dispose() {},
      };
      const client = new ChatClient(world.emulator.endpoint, credential, {
        validateResponses: true,
      });
      client.on("chatMessageReceived", () => void client.state);
      await client.startRealtimeNotifications();
      await client.stopRealtimeNotifications();
      registry.register(client, number);
    })();
  }
  await expect
    .poll(() => {
      gc();
      return collected.length;
    }, patient)
    .toBeGreaterThanOrEqual(9);
});
