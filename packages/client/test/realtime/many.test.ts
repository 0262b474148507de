import { expect, test } from "vitest";
import { createWatch, type Person, startWorld } from "./support/world.ts";

test("1,000 connected clients on one emulator", async () => {
  await using world = await startWorld();
  const watch = createWatch();
  const heard = new Map<string, string[]>();
  const people: Person[] = [];
  for (let number = 0; number < 1000; number++) {
    const person = await world.person();
    const messages: string[] = [];
    heard.set(person.user.id, messages);
    person.client.on("chatMessageReceived", ({ message }) => {
      messages.push(message);
      watch.look();
    });
    people.push(person);
  }
  // So many at a time: a thousand TLS-less handshakes at once would only wait for each other.
  for (let from = 0; from < people.length; from += 100) {
    const some = people.slice(from, from + 100);
    await Promise.all(some.map(({ client }) => client.startRealtimeNotifications()));
  }
  expect(world.emulator.control.realtime.status()).toMatchObject({ connected: 1000 });
  const groups = [0, 200, 400, 600, 800].map((from) => people.slice(from, from + 200));
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
