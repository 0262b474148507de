import { describe, expect, it } from "vitest";
import { startChat } from "../../test/support/chat.ts";
import { createFaults } from "./faults.ts";

describe("faults", () => {
  it("wait for their operations, count, and skip", () => {
    const faults = createFaults();
    const send = { operations: ["sendChatMessage"], times: 2, skip: 2 } as const;
    faults.add(send);
    faults.add({ action: "drop" });
    expect(faults.take("sendChatMessage")).toEqual({ action: "drop" });
    expect(faults.list()).toEqual([{ ...send, skip: 1 }]);
    expect(faults.take("getChatMessage")).toBeUndefined();
    expect(faults.take("sendChatMessage")).toBeUndefined();
    expect(faults.take("sendChatMessage")).toEqual(send);
    expect(faults.take("sendChatMessage")).toEqual(send);
    expect(faults.take("sendChatMessage")).toBeUndefined();
    faults.add({});
    faults.clear();
    expect(faults.take("sendChatMessage")).toBeUndefined();
  });

  it("tell when there is another list of them", () => {
    const faults = createFaults();
    const heard: (readonly unknown[])[] = [];
    const end = faults.subscribe(() => heard.push(faults.list()));
    faults.add({ operations: ["sendChatMessage"], times: 2, skip: 1 });
    faults.take("getChatMessage");
    expect(heard).toHaveLength(1);
    for (let n = 0; n < 3; n++) faults.take("sendChatMessage");
    expect(heard.map((list) => list.length)).toEqual([1, 1, 1, 0]);
    expect(heard.slice(1, 3)).toMatchObject([[{ skip: 0, times: 2 }], [{ skip: 0, times: 1 }]]);
    faults.clear();
    expect(heard).toHaveLength(5);
    end();
    faults.add({});
    expect(heard).toHaveLength(5);
  });

  it.each([
    [{ action: "status", status: 429, retryAfterSeconds: 3 }, 429, false],
    [{ action: "status" }, 503, false],
    [{ action: "commitThenStatus", status: 503 }, 503, true],
    [{ delayMilliseconds: 1 }, 201, true],
    [{ action: "drop" }, "cut", false],
    [{ action: "commitThenDrop" }, "cut", true],
  ] as const)("%j: %s, committed: %s", async (fault, status, committed) => {
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
  });
});
