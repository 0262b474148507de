/** The merge of messages, the window over them, and gaps. */
import { describe, expect, test } from "vitest";
import { createChatStore } from "../src/index.ts";
import { openConversation, textOf } from "./support/conversation.ts";
import { createService, me, other, settle } from "./support/service.ts";

const many = (count: number) => (service: { say: (who: typeof other, text: string) => string }) => {
  for (let number = 1; number <= count; number += 1) service.say(other, `${number}`);
};

const bounds = (texts: readonly unknown[]) => [texts[0], texts.at(-1), texts.length];

describe("a message", () => {
  test("has its highest version for any order of arrival", async () => {
    const { service, texts } = await openConversation();
    const id = service.say(other, "first");
    service.edit(id, "second");
    service.edit(id, "third");
    for (const index of [1, 1, 0]) service.deliver(index);
    expect(texts()).toEqual(["third"]);
  });

  test("stays deleted regardless of later events", async () => {
    const { service, items } = await openConversation();
    const id = service.say(other, "first");
    service.edit(id, "second");
    service.remove(id);
    service.deliver(2);
    service.deliverAll();
    expect(items()).toMatchObject([{ id, content: { message: "" } }]);
    expect(items()[0]!.deletedOn).toBeInstanceOf(Date);
  });

  test("is listed once, in the order of creation", async () => {
    const { service, texts } = await openConversation();
    for (const text of ["a", "b", "c"]) service.say(other, text);
    service.deliver(2, true);
    service.deliver(0);
    service.deliver(0, true);
    service.deliverAll();
    expect(texts()).toEqual(["a", "b", "c"]);
  });

  test("is the same object in the next snapshot if it did not change", async () => {
    const { service, items, thread } = await openConversation();
    const first = service.say(other, "a");
    service.say(other, "b");
    service.deliverAll();
    const before = items();
    service.edit(first, "a, edited");
    service.deliverAll();
    const after = items();
    expect(after).not.toBe(before);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    const snapshot = thread.messages.getSnapshot();
    service.fire("readReceiptReceived", {
      threadId: "19:thread",
      sender: other,
      chatMessageId: first,
      readOn: new Date(0),
    });
    expect(thread.messages.getSnapshot()).toBe(snapshot);
  });

  test("keeps one key while it is streamed, and ends with its last part", async () => {
    const { service, thread, items } = await openConversation();
    const streamed = (name: "Started" | "ChunkReceived", version: number, message: string) =>
      service.fire(`streamingChatMessage${name}`, {
        threadId: "19:thread",
        id: "1700000000100",
        version: String(version),
        type: "text",
        createdOn: new Date(1_700_000_000_100),
        sender: other,
        senderDisplayName: "Bot",
        recipient: me,
        message,
        metadata: {},
      });
    let notifications = 0;
    thread.messages.subscribe(() => (notifications += 1));
    streamed("Started", 1_700_000_000_100, "");
    const { key } = items()[0]!;
    streamed("ChunkReceived", 1_700_000_000_102, "Noodles at");
    streamed("ChunkReceived", 1_700_000_000_101, "Noodles");
    streamed("ChunkReceived", 1_700_000_000_103, "Noodles at noon");
    expect(items()).toMatchObject([{ key, content: { message: "Noodles at noon" } }]);
    // One notification for each change; the late chunk is ignored.
    expect(notifications).toBe(3);
    expect(thread.state.getSnapshot().unreadCount).toBe(1);
  });
});

describe("a load", () => {
  test("notifies once with the page, and has a separate slice for its progress", async () => {
    const { service, thread } = await openConversation({ pageSize: 100 }, ({ say }) => {
      for (let number = 1; number <= 1000; number += 1) say(other, `${number}`);
    });
    const { loading } = thread.messages;
    const seen: [number, boolean][] = [];
    thread.messages.subscribe(() =>
      seen.push([thread.messages.getSnapshot().items.length, loading.getSnapshot().older]),
    );
    let under = 0;
    loading.subscribe(() => (under += loading.getSnapshot().older ? 1 : 0));
    await thread.messages.loadOlder();
    expect(service.requests).toEqual(["listMessages"]);
    expect(seen).toEqual([[200, false]]);
    expect(under).toBe(1);
  });

  test("notifies once for the first page, too", async () => {
    const { service, store } = await openConversation();
    service.say(other, "said");
    service.deliverAll();
    const first = createChatStore(service.client, { userId: store.userId });
    const { messages, load } = first.thread(service.threadId);
    const seen: unknown[] = [];
    messages.subscribe(() => {
      const { items, loaded } = messages.getSnapshot();
      seen.push([items.length, loaded]);
    });
    await load();
    expect(seen).toEqual([[1, true]]);
    await first.dispose();
  });

  test("includes messages from before the connection is ready", async () => {
    const service = createService();
    service.say(other, "before");
    const store = createChatStore(service.client, { userId: me.communicationUserId });
    const { messages, load } = store.thread(service.threadId);
    await load();
    service.say(other, "between");
    await store.start();
    await settle();
    expect(messages.getSnapshot().items.map(textOf)).toEqual(["before", "between"]);
    await store.dispose();
  });

  test("includes messages that arrive while it is in progress", async () => {
    const service = createService();
    const store = createChatStore(service.client, { userId: me.communicationUserId });
    const { messages, load } = store.thread(service.threadId);
    const release = service.holdResponse("listMessages");
    const loading = load();
    await settle();
    service.say(other, "between");
    service.become("connected");
    await settle();
    release();
    await loading;
    await settle();
    expect(messages.getSnapshot().items.map(textOf)).toEqual(["between"]);
    await store.dispose();
  });

  test("is repeated with the next event of the thread if it fails", async () => {
    const { service, store } = await openConversation();
    service.say(other, "before");
    service.deliverAll();
    const late = createChatStore(service.client, { userId: store.userId, onError: () => {} });
    const { messages, state, load } = late.thread(service.threadId);
    service.fates.push("lost");
    await expect(load()).rejects.toMatchObject({ name: "RestError" });
    expect(state.getSnapshot()).toMatchObject({ phase: "new", error: { name: "RestError" } });
    service.say(other, "next");
    service.deliverAll();
    await settle();
    expect(messages.getSnapshot().items.map(textOf)).toEqual(["before", "next"]);
    expect(state.getSnapshot()).toMatchObject({ phase: "ready", error: undefined });
    await late.dispose();
  });
});

describe("a load in part", () => {
  test("shows the loaded messages, and is completed with the next event of the thread", async () => {
    const { service, store } = await openConversation();
    service.receipts.push({
      id: "",
      sender: other,
      chatMessageId: "1",
      readOn: new Date(1),
    } as never);
    service.say(other, "before");
    service.deliverAll();
    const late = createChatStore(service.client, { userId: store.userId, onError: () => {} });
    const { messages, receipts, state, load } = late.thread(service.threadId);
    service.failOnce("listReadReceipts");
    await expect(load()).rejects.toMatchObject({ statusCode: 500 });
    expect(state.getSnapshot()).toMatchObject({ phase: "ready", error: { statusCode: 500 } });
    expect(messages.getSnapshot().items.map(textOf)).toEqual(["before"]);
    service.say(other, "next");
    service.deliverAll();
    await settle();
    expect(receipts.getSnapshot()).toHaveLength(1);
    expect(state.getSnapshot()).toMatchObject({ phase: "ready", error: undefined });
    await late.dispose();
  });
});

describe("the window", () => {
  test("drops messages at the far end when older ones are loaded, and loads them again", async () => {
    const options = { pageSize: 5, maxMessages: 10 };
    const { thread, texts } = await openConversation(options, many(30));
    const { messages } = thread;
    expect(bounds(texts())).toEqual(["26", "30", 5]);
    while (messages.getSnapshot().hasOlder) await messages.loadOlder();
    expect(bounds(texts())).toEqual(["1", "10", 10]);
    expect(messages.getSnapshot().hasNewer).toBe(true);
    while (messages.getSnapshot().hasNewer) await messages.loadNewer();
    expect(bounds(texts())).toEqual(["21", "30", 10]);
    expect(messages.getSnapshot().hasOlder).toBe(true);
  });

  test("stays in place when messages arrive, and returns to the newest ones on request", async () => {
    const options = { pageSize: 5, maxMessages: 10 };
    const { service, thread, texts } = await openConversation(options, many(30));
    const { messages } = thread;
    while (messages.getSnapshot().hasOlder) await messages.loadOlder();
    service.say(other, "31");
    service.deliverAll();
    expect(bounds(texts())).toEqual(["1", "10", 10]);
    await messages.loadNewest();
    expect(bounds(texts())).toEqual(["27", "31", 5]);
    expect(messages.getSnapshot().hasNewer).toBe(false);
  });

  test("keeps the shown messages until the newest ones are loaded", async () => {
    const options = { pageSize: 5, maxMessages: 10 };
    const { service, thread, texts } = await openConversation(options, many(30));
    const { messages } = thread;
    const { loading } = messages;
    while (messages.getSnapshot().hasOlder) await messages.loadOlder();
    const release = service.holdResponse("listMessages");
    const seen: unknown[] = [];
    messages.subscribe(() => seen.push(bounds(texts())));
    const newest = messages.loadNewest();
    await settle();
    service.say(other, "31");
    service.deliverAll();
    expect(bounds(texts())).toEqual(["1", "10", 10]);
    expect(loading.getSnapshot()).toEqual({ older: false, newer: true });
    release();
    await newest;
    expect(seen).toEqual([["26", "31", 6]]);
    expect(loading.getSnapshot()).toEqual({ older: false, newer: false });
  });

  test("stays in place if the newest messages cannot be loaded", async () => {
    const options = { pageSize: 5, maxMessages: 10 };
    const { service, thread, texts } = await openConversation(options, many(30));
    const { messages } = thread;
    while (messages.getSnapshot().hasOlder) await messages.loadOlder();
    service.fates.push("lost");
    await expect(messages.loadNewest()).rejects.toMatchObject({ name: "RestError" });
    expect(bounds(texts())).toEqual(["1", "10", 10]);
    while (messages.getSnapshot().hasNewer) await messages.loadNewer();
    expect(bounds(texts())).toEqual(["21", "30", 10]);
  });

  test("returns to the newest when the user sends", async () => {
    const options = { pageSize: 5, maxMessages: 10 };
    const { thread, texts } = await openConversation(options, many(30));
    while (thread.messages.getSnapshot().hasOlder) await thread.messages.loadOlder();
    thread.send("mine");
    await settle();
    expect(texts().slice(-2)).toEqual(["30", "mine"]);
  });

  test("drops messages at the old end when new ones arrive", async () => {
    const options = { pageSize: 5, maxMessages: 10 };
    const { service, texts } = await openConversation(options, many(5));
    for (let number = 6; number <= 14; number += 1) service.say(other, `${number}`);
    service.deliverAll();
    expect(bounds(texts())).toEqual(["5", "14", 10]);
  });
});

describe("after a lost connection", () => {
  test("reads the list back to the last known version", async () => {
    const { service, texts, drop, reconnect, pass } = await openConversation(
      { pageSize: 10 },
      ({ say }) => {
        for (let number = 1; number <= 100; number += 1) say(other, `old ${number}`);
      },
    );
    await pass(60_000);
    const last = service.say(other, "known");
    service.deliverAll();
    await pass(60_000);
    drop();
    for (let number = 1; number <= 12; number += 1) service.say(other, `missed ${number}`);
    service.edit(last, "known, edited");
    service.requests.length = 0;
    await reconnect();
    expect(texts().slice(-13)[0]).toBe("known, edited");
    expect(texts().slice(-12)).toEqual(Array.from({ length: 12 }, (_, at) => `missed ${at + 1}`));
    expect(service.requests.filter((one) => one === "listMessages")).toHaveLength(2);
  });

  test("marks unread changes as a gap between two messages, which can be loaded page by page", async () => {
    const options = { pageSize: 5, maxCatchUpPages: 1 };
    const { service, thread, texts, items, drop, reconnect, pass } =
      await openConversation(options);
    service.say(other, "before");
    service.deliverAll();
    await pass(60_000);
    drop();
    for (let number = 1; number <= 12; number += 1) service.say(other, `${number}`);
    await reconnect();
    expect(texts()).toEqual(["before", "8", "9", "10", "11", "12"]);
    const { gaps } = thread.messages.getSnapshot();
    expect(gaps).toEqual([
      { id: expect.any(String), after: items()[0]!.key, before: items()[1]!.key },
    ]);
    await thread.messages.loadGap(gaps[0]!.id);
    expect(texts()).toEqual(["before", ...Array.from({ length: 10 }, (_, at) => `${at + 3}`)]);
    await thread.messages.loadGap(gaps[0]!.id);
    expect(thread.messages.getSnapshot().gaps).toEqual([]);
    expect(texts()).toHaveLength(13);
  });

  test("retries reading the list later, and reports the failure", async () => {
    const { service, texts, errors, drop, reconnect, pass } = await openConversation();
    await pass(60_000);
    drop();
    service.say(other, "missed");
    // The first requests of a refresh: the list of threads is not affected, the list of messages fails.
    service.fates.push("lost");
    await reconnect();
    expect(texts()).toEqual([]);
    expect(errors).toMatchObject([{ code: "REQUEST_SEND_ERROR" }]);
    await pass(2000);
    expect(texts()).toEqual(["missed"]);
  });

  test("reads earlier messages after a late start", async () => {
    const { service, thread } = await openConversation();
    service.become("stopped");
    service.say(other, "while stopped");
    service.become("connected");
    await settle();
    expect(thread.messages.getSnapshot().items.map(textOf)).toEqual(["while stopped"]);
  });
});
