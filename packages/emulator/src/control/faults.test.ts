import { describe, expect, it } from "vitest";
import { startChat } from "../../test/support/chat.ts";
import { type Fault, createFaults } from "./faults.ts";

describe("faults", () => {
  it("affect the given number of requests of their operation, after the skipped ones", () => {
    const faults = createFaults();
    const send = {
      operations: ["sendChatMessage"],
      times: 2,
      skip: 2,
      action: "status",
    } as const satisfies Fault;
    faults.add(send);
    faults.add({ action: "drop" });
    expect(faults.take("sendChatMessage")).toEqual({ action: "drop" });
    expect(faults.list()).toEqual([{ ...send, skip: 1 }]);
    expect(faults.take("getChatMessage")).toBeUndefined();
    expect(faults.take("sendChatMessage")).toBeUndefined();
    expect(faults.take("sendChatMessage")).toEqual(send);
    expect(faults.take("sendChatMessage")).toEqual(send);
    expect(faults.take("sendChatMessage")).toBeUndefined();
    faults.add({ action: "drop" });
    faults.clear();
    expect(faults.take("sendChatMessage")).toBeUndefined();
  });

  it("notify listeners when the list changes", () => {
    const faults = createFaults();
    const heard: (readonly unknown[])[] = [];
    const end = faults.subscribe(() => heard.push(faults.list()));
    faults.add({ operations: ["sendChatMessage"], times: 2, skip: 1, action: "drop" });
    faults.take("getChatMessage");
    expect(heard).toHaveLength(1);
    for (let n = 0; n < 3; n++) faults.take("sendChatMessage");
    expect(heard.map((list) => list.length)).toEqual([1, 1, 1, 0]);
    expect(heard.slice(1, 3)).toMatchObject([[{ skip: 0, times: 2 }], [{ skip: 0, times: 1 }]]);
    faults.clear();
    expect(heard).toHaveLength(5);
    end();
    faults.add({ action: "drop" });
    expect(heard).toHaveLength(5);
  });

  it.each([
    [{ action: "status", status: 429, retryAfterSeconds: 3 }, 429, false],
    [{ action: "status" }, 503, false],
    [{ action: "commitThenStatus", status: 503 }, 503, true],
    [{ delayMilliseconds: 1 }, 201, true],
    [{ action: "drop" }, "cut", false],
    [{ action: "commitThenDrop" }, "cut", true],
  ] as const)(
    "%j results in %s, and the message is stored: %s",
    async (fault, status, committed) => {
      await using chat = await startChat();
      const alice = await chat.user();
      const thread = await chat.thread(alice);
      chat.emulator.control.faults.add({ ...fault, operations: ["sendChatMessage"] });
      const sending = chat.request(alice, "POST", `${thread}/messages`, { content: "hi" });
      const answer = await sending.catch(() => undefined);
      expect(answer?.status ?? "cut").toBe(status);
      const retryAfter = "retryAfterSeconds" in fault ? "3" : null;
      expect(answer?.headers.get("retry-after") ?? null).toBe(retryAfter);
      const { values } = await chat.all(alice, `${thread}/messages`);
      expect(values).toHaveLength(committed ? 3 : 2);
      const [entry] = chat.emulator.control.requests.list({ operation: "sendChatMessage" });
      expect(entry?.status ?? "cut").toBe(status);
    },
  );

  it.each([
    [{ operations: ["sendMessage"], action: "drop" }, /fault\.operations must be a list of oper/],
    [{ operations: ["listchatmessages"], action: "drop" }, /sendChatMessage/],
    [{ operations: [], action: "drop" }, /at least one/],
    [
      { operation: "sendChatMessage", action: "drop" },
      /unknown property operation; use operations/,
    ],
    [{ action: "explode" }, /fault\.action must be one of status, drop/],
    [{ action: "drop", times: 0 }, /fault\.times must be a whole number from 1 to/],
    [{ action: "drop", times: 1.5 }, /fault\.times/],
    [{ action: "drop", skip: -1 }, /fault\.skip/],
    [{ action: "status", status: 99 }, /fault\.status must be a whole number from 200 to 599/],
    [{ action: "status", status: 600 }, /fault\.status/],
    [{ action: "status", retryAfterSeconds: "3" }, /fault\.retryAfterSeconds/],
    [
      { delayMilliseconds: 2 ** 31 },
      /fault\.delayMilliseconds must be a whole number from 0 to 2147/,
    ],
    [{}, /fault has no effect/],
    [{ operations: ["sendChatMessage"], delayMilliseconds: 0 }, /fault has no effect/],
    [{ status: 500 }, /fault has no effect/],
    [
      { status: 500, delayMilliseconds: 1 },
      /fault\.status can only be used with the action status or commitThen/,
    ],
    [{ action: "drop", retryAfterSeconds: 1 }, /fault\.retryAfterSeconds can only be used/],
    [{ action: "drop", items: 1 }, /fault\.items can only be used with the action shortPage/],
    [
      { action: "shortPage", operations: ["getChatMessage"] },
      /getChatMessage does not return pages/,
    ],
    [[], /fault must be an object/],
    [null, /fault must be an object/],
  ])("%j is refused with its name, in the library and over HTTP", async (wrong, message) => {
    await using chat = await startChat();
    const { faults } = chat.emulator.control;
    expect(() => faults.add(wrong as unknown as Fault)).toThrow(message);
    const answer = await chat.request(undefined, "POST", "/_emulator/faults", wrong);
    expect([answer.status, answer.json.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
    expect(faults.list()).toEqual([]);
  });
});

describe("a short page", () => {
  it.each([
    ["/chat/threads", 0],
    ["/chat/threads", 2],
    ["/messages", 0],
    ["/messages", 1],
    ["/participants", 0],
    ["/readReceipts", 0],
  ])(
    "of %s with %i items has a link to the rest, and all pages together contain each item once",
    async (path, items) => {
      await using chat = await startChat();
      const [alice, bob] = [await chat.user(), await chat.user()];
      const thread = await chat.thread(alice, [bob]);
      await chat.thread(alice);
      await chat.thread(alice);
      const chatMessageId = await chat.send(alice, thread, "hi");
      for (const user of [alice, bob]) {
        await chat.request(user, "POST", `${thread}/readReceipts`, { chatMessageId });
      }
      const list = path.startsWith("/chat") ? path : `${thread}${path}`;
      const whole = await chat.all(alice, `${list}?maxPageSize=100`);
      chat.emulator.control.faults.add({ action: "shortPage", items, times: 2 });
      // Only lists consume this fault.
      await chat.request(alice, "GET", thread);
      const first = await chat.request(alice, "GET", `${list}?maxPageSize=100`);
      expect(first.json.value).toHaveLength(Math.min(items, whole.values.length));
      const rest = await chat.all(alice, first.json.nextLink);
      expect([...first.json.value, ...rest.values]).toEqual(whole.values);
      expect(chat.emulator.control.faults.list()).toEqual([]);
    },
  );

  it("also shortens the last page, whose link leads to an empty page", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    await chat.thread(alice);
    chat.emulator.control.faults.add({ action: "shortPage", items: 5 });
    const page = await chat.request(alice, "GET", "/chat/threads");
    expect(page.json.value).toHaveLength(1);
    const after = await chat.request(alice, "GET", page.json.nextLink);
    expect(after.json).toEqual({ value: [] });
  });
});
