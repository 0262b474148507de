import { expect, it } from "vitest";
import type { DomainEvent } from "../index.ts";
import { startChat } from "../../test/support/chat.ts";

it("emits every change in order, after it is stored, to all recipients", async () => {
  await using chat = await startChat();
  const [alice, bob, carol] = [await chat.user(), await chat.user(), await chat.user()];
  const heard: DomainEvent[] = [];
  const stored: unknown[] = [];
  const end = chat.emulator.subscribe((event) => {
    heard.push(event);
    if ("message" in event) {
      stored.push(chat.emulator.engine.store.getMessage(event.threadId, event.message.id));
    }
  });
  const thread = await chat.thread(alice, [bob]);
  const id = await chat.send(alice, thread, "one");
  await chat.request(alice, "PATCH", `${thread}/messages/${id}`, { content: "two" });
  await chat.request(alice, "DELETE", `${thread}/messages/${id}`);
  await chat.request(bob, "POST", `${thread}/typing`);
  await chat.request(bob, "POST", `${thread}/readReceipts`, { chatMessageId: id });
  await chat.request(alice, "PATCH", thread, { topic: "Dinner", metadata: { a: "1" } });
  const participants = [{ communicationIdentifier: { rawId: carol.id }, metadata: { b: "2" } }];
  await chat.request(alice, "POST", `${thread}/participants/:add`, { participants });
  await chat.request(alice, "POST", `${thread}/participants/:remove`, { rawId: bob.id });
  await chat.request(alice, "DELETE", thread);

  const [a, b, c] = [alice.id, bob.id, carol.id];
  expect(heard.map(({ type, recipients }) => [type, recipients])).toEqual([
    ["chatThreadCreated", [a, b]],
    ["chatMessageReceived", [a, b]],
    ["chatMessageEdited", [a, b]],
    ["chatMessageDeleted", [a, b]],
    ["typingIndicatorReceived", [a, b]],
    ["readReceiptReceived", [a, b]],
    ["chatThreadPropertiesUpdated", [a, b]],
    ["participantsAdded", [a, b, c]],
    ["participantsRemoved", [a, b, c]],
    ["chatThreadDeleted", [a, c]],
  ]);
  const first = heard[0]!.number;
  expect(heard.map(({ number }) => number - first)).toEqual(heard.map((_, index) => index));
  expect(stored).toEqual(heard.flatMap((event) => ("message" in event ? [event.message] : [])));
  expect(heard[6]).toMatchObject({
    thread: { topic: "Dinner", metadata: { a: "1" } },
    updatedBy: a,
  });
  expect(heard[7]).toMatchObject({ participants: [{ userId: c, metadata: { b: "2" } }] });
  expect(heard[9]).toMatchObject({ deletedBy: a });

  end();
  await chat.thread(alice);
  expect(heard).toHaveLength(10);
});

it("emits the deletion by retention as soon as the clock is moved", async () => {
  await using chat = await startChat();
  const alice = await chat.user();
  const retentionPolicy = { kind: "threadCreationDate", deleteThreadAfterDays: 30 };
  const thread = await chat.thread(alice, [], { retentionPolicy });
  const heard: DomainEvent[] = [];
  chat.emulator.subscribe((event) => heard.push(event));
  chat.emulator.control.clock.advance(30 * 24 * 60 * 60 * 1000 - 1);
  expect(heard).toEqual([]);
  chat.emulator.control.clock.advance(1);
  expect(heard).toMatchObject([{ type: "chatThreadDeleted", recipients: [alice.id] }]);
  expect(heard[0]).not.toHaveProperty("deletedBy");
  expect(`/chat/threads/${encodeURIComponent(heard[0]!.threadId)}`).toBe(thread);
});

it("emits nothing for refused requests", async () => {
  await using chat = await startChat();
  const [alice, eve] = [await chat.user(), await chat.user()];
  const thread = await chat.thread(alice);
  const id = await chat.send(alice, thread, "one");
  const heard: DomainEvent[] = [];
  chat.emulator.subscribe((event) => heard.push(event));
  await chat.request(eve, "POST", `${thread}/messages`, { content: "x" });
  await chat.request(eve, "PATCH", `${thread}/messages/${id}`, { content: "x" });
  await chat.request(alice, "POST", `${thread}/messages`, { content: "x", type: "topicUpdated" });
  await chat.request(eve, "DELETE", thread);
  expect(heard).toEqual([]);
});
