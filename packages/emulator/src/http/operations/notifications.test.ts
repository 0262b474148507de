import { describe, expect, it } from "vitest";
import type { DomainEvent } from "../../index.ts";
import { type Chat, startChat } from "../../../test/support/chat.ts";

/** Creates a thread of the user with the given number of phone numbers. */
async function crowd(
  chat: Chat,
  others: number,
): Promise<[Awaited<ReturnType<Chat["user"]>>, string]> {
  const alice = await chat.user();
  const participants = Array.from({ length: others }, (_, n) => ({
    communicationIdentifier: { phoneNumber: { value: `+${n}` } },
  }));
  return [alice, await chat.thread(alice, [], { participants })];
}

describe("read receipts", () => {
  it("are listed once per user, the latest one, including the caller's own", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob]);
    const ids = [await chat.send(alice, thread, "1"), await chat.send(alice, thread, "2")];
    for (const [user, id] of [
      [bob, ids[0]],
      [alice, ids[0]],
      [bob, ids[1]],
    ] as const) {
      const body = { chatMessageId: id };
      const said = await chat.request(user, "POST", `${thread}/readReceipts`, body);
      expect([said.status, said.text]).toEqual([200, ""]);
    }
    const { values, pages } = await chat.all(alice, `${thread}/readReceipts?maxPageSize=1`);
    expect(pages).toBe(2);
    expect(
      values.map((one) => [one["senderCommunicationIdentifier"].rawId, one["chatMessageId"]]),
    ).toEqual([
      [bob.id, ids[1]],
      [alice.id, ids[0]],
    ]);
    expect(values[0]!["readOn"]).toBe("2026-01-01T12:00:00Z");
  });

  it("sent after a removal are hidden from the removed user", async () => {
    await using chat = await startChat();
    const [alice, bob, carol] = [await chat.user(), await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob, carol]);
    const read = async (user: typeof alice, chatMessageId: string): Promise<void> => {
      chat.emulator.control.clock.advance(1000);
      await chat.request(user, "POST", `${thread}/readReceipts`, { chatMessageId });
    };
    const early = await chat.send(alice, thread, "early");
    await read(carol, early);
    chat.emulator.control.clock.advance(1000);
    await chat.request(alice, "POST", `${thread}/participants/:remove`, { rawId: bob.id });
    await read(alice, early);
    const readers = async (user: typeof alice): Promise<string[]> =>
      (await chat.all(user, `${thread}/readReceipts?maxPageSize=1`)).values.map(
        (one) => one["senderCommunicationIdentifier"].rawId,
      );
    expect(await readers(bob)).toEqual([carol.id]);
    expect(await readers(alice)).toEqual([carol.id, alice.id]);
    await read(carol, await chat.send(alice, thread, "late"));
    expect(await readers(bob)).toEqual([]);
  });

  it("are for messages that exist", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    for (const chatMessageId of ["1", "x", ""]) {
      const said = await chat.request(alice, "POST", `${thread}/readReceipts`, { chatMessageId });
      expect(said.status).toBe(404);
    }
  });

  it.each([
    [19, 1],
    [20, 0],
  ])("with %i others: %i in the list", async (others, listed) => {
    await using chat = await startChat();
    const [alice, thread] = await crowd(chat, others);
    const chatMessageId = await chat.send(alice, thread, "x");
    const said = await chat.request(alice, "POST", `${thread}/readReceipts`, { chatMessageId });
    expect(said.status).toBe(200);
    expect((await chat.all(alice, `${thread}/readReceipts`)).values).toHaveLength(listed);
  });
});

describe("typing", () => {
  it("responds with an empty 200, with and without a body, and reaches all participants", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice, [bob]);
    const heard: DomainEvent[] = [];
    chat.emulator.subscribe((event) => heard.push(event));
    for (const body of [undefined, {}, { senderDisplayName: "Alice" }]) {
      const typed = await chat.request(alice, "POST", `${thread}/typing`, body);
      expect([typed.status, typed.text]).toEqual([200, ""]);
    }
    expect(heard.map((event) => event.type)).toEqual(Array(3).fill("typingIndicatorReceived"));
    expect(heard[2]).toMatchObject({ senderId: alice.id, senderDisplayName: "Alice" });
    expect(heard[2]!.recipients).toEqual([alice.id, bob.id]);
  });

  it.each([
    [19, 1],
    [20, 0],
  ])("with %i others: %i event", async (others, events) => {
    await using chat = await startChat();
    const [alice, thread] = await crowd(chat, others);
    const heard: DomainEvent[] = [];
    chat.emulator.subscribe((event) => heard.push(event));
    expect((await chat.request(alice, "POST", `${thread}/typing`)).status).toBe(200);
    expect(heard).toHaveLength(events);
  });
});
