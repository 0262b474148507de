import { expect, test } from "vitest";
import { createWatch, type Person, startWorld } from "./support/world.ts";

/** The number of clients. LONG_TESTS=true connects ten times as many. */
const clients = process.env["LONG_TESTS"] === "true" ? 1000 : 100;

test(`delivers every message to ${clients} connected clients`, async () => {
  await using world = await startWorld();
  const watch = createWatch();
  const heard = new Map<string, string[]>();
  const people: Person[] = [];
  for (let number = 0; number < clients; number++) {
    const person = await world.person();
    const messages: string[] = [];
    heard.set(person.user.id, messages);
    person.client.on("chatMessageReceived", ({ message }) => {
      messages.push(message);
      watch.look();
    });
    people.push(person);
  }
  // The clients connect in groups, so that handshakes do not time out.
  for (let from = 0; from < people.length; from += 100) {
    const some = people.slice(from, from + 100);
    await Promise.all(some.map(({ client }) => client.startRealtimeNotifications()));
  }
  expect(world.emulator.control.realtime.status()).toMatchObject({ connected: clients });
  const size = clients / 5;
  const groups = [0, 1, 2, 3, 4].map((group) => people.slice(group * size, (group + 1) * size));
  for (const [index, [creator, ...others]] of groups.entries()) {
    const thread = await world.thread(creator!, ...others);
    for (const letter of ["a", "b", "c"])
      await thread.sendMessage({ content: `${index}${letter}` });
  }
  await watch.until(() => [...heard.values()].every((messages) => messages.length === 3));
  for (const [index, group] of groups.entries()) {
    for (const { user } of group) {
      expect(heard.get(user.id)).toEqual([`${index}a`, `${index}b`, `${index}c`]);
    }
  }
});
