import { expect, test } from "vitest";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient, type ResyncRequiredEvent } from "../../src/index.ts";
import { createWatch, hasty, impatient, startWorld, type World } from "./support/world.ts";

// Timeouts that only a hanging test exceeds, even on a busy machine.
const patient = { timeout: 30_000 };

/** Creates a thread of two users, one of whom records the events. */
async function setUp(world: World, options = impatient) {
  const alice = await world.person(options);
  const bob = await world.person();
  const thread = await world.thread(bob, alice);
  const watch = createWatch();
  const heard: number[] = [];
  const gaps: ResyncRequiredEvent[] = [];
  alice.client.on("chatMessageReceived", ({ message }) => {
    heard.push(Number(message));
    watch.look();
  });
  alice.client.on("resyncRequired", (gap) => {
    gaps.push(gap);
    watch.look();
  });
  alice.client.on("stateChanged", () => watch.look());
  await alice.client.startRealtimeNotifications();
  const send = (number: number) => thread.sendMessage({ content: String(number) });
  return { alice, thread, watch, heard, gaps, send, realtime: world.emulator.control.realtime };
}

/** Creates a random number generator with a fixed seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Waits until pending socket events are processed. In-process requests to the emulator do not wait for them. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("delivers 1,000 messages in order and exactly once although 24 connections are dropped", async () => {
  await using world = await startWorld();
  const { watch, heard, gaps, send, realtime, alice } = await setUp(world);
  const count = 1000;
  const random = createRandom(7);
  const drops = new Set<number>();
  while (drops.size < 24) drops.add(Math.floor(random() * count));
  for (let number = 0; number < count; number++) {
    await send(number);
    await turn();
    if (!drops.has(number)) continue;
    // The client may not have reconnected yet after the last drop.
    while (realtime.drop({ userId: alice.user.id }) === 0) await turn();
  }
  await watch.until(() => heard.length >= count && alice.client.state === "connected");
  expect(heard).toEqual(Array.from({ length: count }, (_, number) => number));
  expect(gaps).toEqual([]);
});

test("announces every event that the server loses silently while disconnected", async () => {
  await using world = await startWorld();
  const { watch, heard, gaps, send, realtime, alice, thread } = await setUp(world);
  const count = 300;
  for (let number = 0; number < count; number++) {
    await send(number);
    await turn();
    if (number % 60 !== 30) continue;
    while (realtime.drop({ userId: alice.user.id }) === 0) await turn();
    await send(++number);
    realtime.lose({ userId: alice.user.id, announce: false });
  }
  await watch.until(() => heard.at(-1) === count - 1 && alice.client.state === "connected");
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  expect(new Set(heard).size).toBe(heard.length);
  const missing = Array.from({ length: count }, (_, number) => number).filter(
    (number) => !heard.includes(number),
  );
  expect(missing.length).toBeGreaterThan(0);
  expect(gaps.length).toBeGreaterThan(0);
  const since = Math.min(...gaps.map((gap) => gap.since.getTime()));
  const sentAt: number[] = [];
  for await (const { content, createdOn } of thread.listMessages()) {
    if (missing.includes(Number(content?.message))) sentAt.push(createdOn.getTime());
  }
  expect(sentAt).toHaveLength(missing.length);
  expect(Math.min(...sentAt)).toBeGreaterThanOrEqual(since);
});

test("announces the events that the server reports as lost", async () => {
  await using world = await startWorld();
  const { watch, heard, gaps, send, realtime } = await setUp(world);
  await send(0);
  await watch.until(() => heard.length === 1);
  realtime.setFaults({ loseEvents: 1 });
  await send(1);
  await send(2);
  await watch.until(() => heard.length === 2);
  expect(heard).toEqual([0, 2]);
  expect(gaps).toMatchObject([{ reason: "messageLoss" }]);
  await expect.poll(() => realtime.status().undelivered, patient).toBe(0);
});

test("announces events that the server has dropped after a long absence", async () => {
  await using world = await startWorld();
  const { watch, gaps, send, realtime, alice } = await setUp(world);
  realtime.setFaults({ refuseTokens: 1000 });
  const gone = watch.until(() => alice.client.state === "stopped");
  realtime.drop();
  await gone;
  await send(0);
  world.emulator.control.clock.advance(16 * 60 * 1000);
  realtime.setFaults({});
  await alice.client.startRealtimeNotifications();
  expect(gaps.length).toBeGreaterThan(0);
});

test("hides a move to another connection from listeners", async () => {
  await using world = await startWorld();
  const { watch, heard, gaps, send, realtime, alice } = await setUp(world);
  const states: string[] = [];
  alice.client.on("stateChanged", ({ state }) => states.push(state));
  for (let number = 0; number < 100; number++) {
    await send(number);
    await turn();
    if (number % 20 === 10) realtime.reconnect({ userId: alice.user.id });
  }
  await watch.until(() => heard.length === 100);
  expect(heard).toEqual(Array.from({ length: 100 }, (_, number) => number));
  expect([states, gaps]).toEqual([[], []]);
});

test("stops with tokenExpired if a token is rejected, and starts again with a new one", async () => {
  await using world = await startWorld();
  const { watch, heard, send, realtime, alice } = await setUp(world);
  let expired = 0;
  alice.client.on("tokenExpired", () => (expired += 1));
  realtime.setFaults({ refuseTokens: 1000 });
  realtime.drop({ userId: alice.user.id });
  await watch.until(() => alice.client.state === "stopped");
  expect(expired).toBe(1);
  await expect(alice.client.startRealtimeNotifications()).rejects.toMatchObject({
    code: "TokenRejected",
  });
  realtime.setFaults({});
  await alice.client.startRealtimeNotifications();
  await send(1);
  await watch.until(() => heard.length === 1);
});

test("reconnects if acknowledgements do not arrive", async () => {
  await using world = await startWorld();
  const { watch, heard, send, realtime, alice } = await setUp(world, hasty);
  realtime.setFaults({ holdAcks: true });
  realtime.drop({ userId: alice.user.id });
  const states: string[] = [];
  alice.client.on("stateChanged", ({ state }) => states.push(state));
  await watch.until(() => states.filter((state) => state === "reconnecting").length > 1);
  realtime.setFaults({});
  await watch.until(() => alice.client.state === "connected");
  await send(1);
  await watch.until(() => heard.length === 1);
  expect(heard).toEqual([1]);
});

test("refreshes a rejected token with Microsoft's credential", async () => {
  await using world = await startWorld();
  const { emulator } = world;
  const user = await emulator.createUser();
  let asked = 0;
  const credential = new AzureCommunicationTokenCredential({
    token: user.token,
    tokenRefresher: async () => {
      asked += 1;
      return (await emulator.createToken(user.id)).token;
    },
  });
  const client = new ChatClient(emulator.endpoint, credential, {
    validateResponses: true,
    ...impatient,
  });
  await client.startRealtimeNotifications();
  // Tokens that are issued in the same second are equal.
  emulator.control.clock.advance(1000);
  emulator.control.realtime.setFaults({ refuseTokens: 1 });
  const states: string[] = [];
  const again = new Promise<void>((resolve) => {
    client.on("stateChanged", ({ state }) => {
      states.push(state);
      if (state !== "reconnecting") resolve();
    });
  });
  emulator.control.realtime.drop();
  await again;
  expect(states).toEqual(["reconnecting", "connected"]);
  expect(asked).toBe(1);
  await client.stopRealtimeNotifications();
  credential.dispose();
});
