/** The life of a store: connection, persistence, bad input, and its end. */
import { describe, expect, test } from "vitest";
import { createChatStore, type PersistedState } from "../src/index.ts";
import { openConversation } from "./support/conversation.ts";
import { createManualClock, createService, me, other, settle } from "./support/service.ts";

const memory = () => {
  let text: string | undefined;
  return {
    load: () => (text === undefined ? undefined : (JSON.parse(text) as PersistedState)),
    save: (state: PersistedState) => void (text = JSON.stringify(state)),
  };
};

describe("the connection", () => {
  test("is catchingUp until all missed changes are read", async () => {
    const { service, store, thread, texts, drop } = await openConversation();
    const states: string[] = [];
    store.connection.subscribe(() => states.push(store.connection.getSnapshot().state));
    drop();
    service.say(other, "missed");
    const release = service.hold("listMessages");
    service.become("connected");
    await settle();
    expect(states).toEqual(["reconnecting", "catchingUp"]);
    expect(texts()).toEqual([]);
    release();
    await settle();
    expect(states.at(-1)).toBe("connected");
    expect(thread.messages.getSnapshot().items).toHaveLength(1);
  });

  test("reports an expired token until it is connected again", async () => {
    const { service, store } = await openConversation();
    const error = new Error("401");
    service.become("stopped");
    service.fire("tokenExpired", { error });
    expect(store.connection.getSnapshot()).toMatchObject({
      state: "stopped",
      tokenExpired: true,
      error,
    });
    await store.start();
    await settle();
    expect(store.connection.getSnapshot()).toEqual({ state: "connected", tokenExpired: false });
  });
});

describe("the persisted state", () => {
  test("is restored immediately after a restart: messages, unsent messages, draft and read position", async () => {
    const persistence = memory();
    const before = await openConversation({ persistence });
    before.service.say(other, "read");
    before.service.deliverAll();
    before.thread.markRead();
    before.service.say(other, "unread");
    before.service.deliverAll();
    before.drop();
    before.thread.send("waits");
    before.thread.draft.set("draft");
    await before.store.dispose();

    // The service is slow.
    const { service } = before;
    const { client, threadId, hold } = service;
    for (const name of ["listMessages", "sendMessage"]) hold(name);
    const store = createChatStore(client, {
      userId: me.communicationUserId,
      persistence,
      clock: createManualClock(),
      onError: () => {},
    });
    await store.start();
    const thread = store.thread(threadId);
    await settle();
    const { items } = thread.messages.getSnapshot();
    expect(items.map(({ content }) => content?.message)).toEqual(["read", "unread", "waits"]);
    expect(items[0]!.createdOn).toBeInstanceOf(Date);
    expect(thread.draft.getSnapshot()).toBe("draft");
    expect(store.threads.getSnapshot().items).toMatchObject([{ lastMessage: items[1] }]);
    thread.markRead(items[0]!.id);
    expect(service.requests.filter((one) => one.startsWith("sendRead"))).toHaveLength(1);
    await store.dispose();
  });

  test("is restored when a thread is loaded, without a start", async () => {
    const persistence = memory();
    const { service, store, thread, drop } = await openConversation({ persistence });
    drop();
    thread.send("waits");
    thread.draft.set("draft");
    await store.dispose();
    const next = createChatStore(service.client, { userId: store.userId, persistence });
    const { draft, messages, load } = next.thread(thread.id);
    await load();
    expect(draft.getSnapshot()).toBe("draft");
    expect(messages.getSnapshot().items).toMatchObject([{ content: { message: "waits" } }]);
    await next.dispose();
  });

  test("is not restored for another user", async () => {
    const persistence = memory();
    const { store, thread } = await openConversation({ persistence });
    thread.draft.set("mine");
    await store.dispose();
    const { client, threadId } = createService();
    const others = createChatStore(client, { userId: "8:acs:another", persistence });
    await others.start();
    expect(others.thread(threadId).draft.getSnapshot()).toBe("");
    await others.dispose();
  });

  test("is saved once, half a second after several changes", async () => {
    let saves = 0;
    const persistence = { load: () => undefined, save: () => void (saves += 1) };
    const { thread, pass } = await openConversation({ persistence });
    await pass(1000);
    saves = 0;
    thread.draft.set("N");
    thread.draft.set("No");
    await pass(499);
    expect(saves).toBe(0);
    await pass(1);
    expect(saves).toBe(1);
  });

  test.each(["load", "save"] as const)("reports an error if it cannot %s", async (name) => {
    const cause = new Error("disk full");
    const broken = {
      load: () => undefined,
      save: () => {},
      [name]: () => {
        throw cause;
      },
    };
    const { store, thread, errors } = await openConversation({ persistence: broken });
    thread.draft.set("N");
    await store.dispose();
    expect(errors).toMatchObject([{ code: "PersistenceFailed", cause }]);
  });
});

describe("memory", () => {
  test("is freed for threads without subscribers, least recently used first", async () => {
    const { client, say } = createService();
    say(other, "hello");
    const store = createChatStore(client, { userId: me.communicationUserId, maxIdleThreads: 1 });
    const threads = ["a", "b", "c", "d"].map((id) => store.thread(id));
    const unsubscribe = threads[0]!.messages.subscribe(() => {});
    for (const thread of threads) await thread.load();
    const loaded = () => threads.map(({ messages }) => messages.getSnapshot().loaded);
    expect(loaded()).toEqual([true, false, true, true]);
    await threads[1]!.load();
    expect(loaded()).toEqual([true, true, false, true]);
    unsubscribe();
    await store.dispose();
  });

  test("is freed for a thread that is loading, which the next load loads again", async () => {
    const { client, say, hold } = createService();
    say(other, "hello");
    const store = createChatStore(client, { userId: me.communicationUserId, maxIdleThreads: 0 });
    const release = hold("listMessages");
    const first = store.thread("a");
    const loading = first.load();
    await settle();
    const second = store.thread("b").load();
    release();
    await Promise.all([loading, second]);
    expect(first.messages.getSnapshot().loaded).toBe(false);
    await first.load();
    expect(first.messages.getSnapshot().items).toHaveLength(1);
    await store.dispose();
  });
});

describe("bad input", () => {
  test("is reported if an event is invalid, and changes nothing", async () => {
    const { service, store, thread, errors, texts } = await openConversation();
    service.say(other, "fine");
    service.deliverAll();
    const before = [thread.state.getSnapshot(), store.threads.getSnapshot()];
    const { event } = { event: { threadId: thread.id, message: "?", sender: other } };
    service.fire("chatMessageReceived", undefined);
    service.fire("chatMessageReceived", { ...event, id: "none", version: "1" });
    service.fire("chatMessageEdited", { ...event, id: "5" });
    service.fire("chatMessageReceived", { ...event, threadId: "", id: "5", version: "5" });
    service.fire("participantsAdded", { threadId: thread.id });
    service.fire("readReceiptReceived", {});
    expect(errors).toHaveLength(6);
    expect(errors.filter((one) => (one as { code?: string }).code === "InvalidEvent")).toHaveLength(
      5,
    );
    expect(texts()).toEqual(["fine"]);
    expect([thread.state.getSnapshot(), store.threads.getSnapshot()]).toEqual(before);
  });

  test("is reported if a listener throws, and other listeners are called", async () => {
    const { thread, errors } = await openConversation();
    let called = 0;
    thread.draft.subscribe(() => {
      throw new Error("mine");
    });
    thread.draft.subscribe(() => (called += 1));
    thread.draft.set("a");
    expect(called).toBe(1);
    expect(errors).toMatchObject([{ code: "ListenerFailed", cause: { message: "mine" } }]);
  });

  test("is reported if an async listener rejects", async () => {
    const { thread, errors } = await openConversation();
    thread.draft.subscribe(async () => {
      throw new Error("mine");
    });
    thread.draft.set("a");
    await Promise.resolve();
    expect(errors).toMatchObject([{ code: "ListenerFailed", cause: { message: "mine" } }]);
  });

  test("does not report a thread that was deleted or left in the meantime, which is a state", async () => {
    const { service, store, thread, errors } = await openConversation();
    service.fire("participantsRemoved", { threadId: thread.id, participantsRemoved: [{ id: me }] });
    expect(thread.state.getSnapshot().membership).toBe("left");
    thread.notifyTyping();
    expect(service.requests).toEqual([]);
    service.fire("participantsAdded", { threadId: thread.id, participantsAdded: [{ id: me }] });
    expect(thread.state.getSnapshot().membership).toBe("member");
    service.fire("chatThreadDeleted", { threadId: thread.id, deletedOn: new Date(0) });
    expect(thread.state.getSnapshot().membership).toBe("deleted");
    expect(store.threads.getSnapshot().items).toMatchObject([{ membership: "deleted" }]);
    await settle();
    expect(errors).toEqual([]);
  });

  test.each([
    ["an event says so", true],
    ["the connection is back", false],
  ])("loads a thread that the user may not read once %s", async (_, connected) => {
    const { service, store, drop, reconnect } = await openConversation();
    service.say(other, "said");
    service.deliverAll();
    const late = createChatStore(service.client, { userId: store.userId });
    const { id, load, messages, state } = late.thread(service.threadId);
    service.shut(true);
    await load();
    expect(state.getSnapshot()).toMatchObject({ phase: "ready", membership: "left" });
    expect(state.getSnapshot().unreadCount).toBe(undefined);
    if (!connected) drop();
    service.shut(false);
    const joined = { threadId: id, participantsAdded: [{ id: me }] };
    if (connected) service.fire("participantsAdded", joined);
    else await reconnect();
    await settle();
    expect(state.getSnapshot()).toMatchObject({ membership: "member", unreadCount: 1 });
    expect(messages.getSnapshot().items).toHaveLength(1);
    await late.dispose();
  });

  test("ignores a response that is older than an event", async () => {
    const { service, texts } = await openConversation();
    const id = service.say(other, "first");
    service.deliverAll();
    const release = service.holdResponse("listMessages");
    service.fire("resyncRequired", { reason: "messageLoss", since: new Date(0) });
    await settle();
    service.edit(id, "second");
    service.deliverAll();
    release();
    await settle();
    expect(texts()).toEqual(["second"]);
  });

  test("loads a thread that failed to load with the next connection", async () => {
    const { service, store, drop, reconnect } = await openConversation();
    service.say(other, "said");
    const errors: unknown[] = [];
    const late = createChatStore(service.client, {
      userId: store.userId,
      onError: (error) => errors.push(error),
    });
    const { load, messages, state } = late.thread(service.threadId);
    drop();
    service.fates.push("lost");
    await expect(load()).rejects.toMatchObject({ name: "RestError" });
    expect(state.getSnapshot().error).toMatchObject({ name: "RestError" });
    await reconnect();
    expect(messages.getSnapshot().items).toHaveLength(1);
    expect(state.getSnapshot()).toMatchObject({ phase: "ready", error: undefined });
    expect(errors).toEqual([]);
    await late.dispose();
  });

  test("throws an error that names an invalid option", () => {
    const { client } = createService();
    const make = (options: object) => () =>
      createChatStore(client, { userId: "8:acs:me", ...options });
    expect(make({ userId: "" })).toThrow("options.userId must be a raw id");
    const javaScript = createChatStore as (one: typeof client) => unknown;
    expect(() => javaScript(client)).toThrow("options.userId must be a raw id");
    expect(make({ pageSize: 0 })).toThrow("options.pageSize must be an integer from 1 to 200");
    expect(make({ maxMessages: 10 })).toThrow(
      "options.maxMessages must be an integer at least 100",
    );
    expect(make({ maxUnsent: 1.5 })).toThrow("but is 1.5");
  });
});

describe("dispose", () => {
  test("removes all listeners, timers and requests, and freezes all snapshots", async () => {
    const { service, store, thread, clock, errors } = await openConversation();
    const release = service.hold("sendMessage");
    service.fire("typingIndicatorReceived", {
      threadId: thread.id,
      sender: other,
      senderDisplayName: "Bob",
    });
    thread.send("on its way");
    await store.dispose();
    await store.dispose();
    const before = thread.messages.getSnapshot();
    release();
    await settle();
    clock.advance(100_000);
    expect([service.listenerCount, clock.pending]).toEqual([0, 0]);
    expect(thread.messages.getSnapshot()).toBe(before);
    expect(() => thread.send("too late")).toThrow("disposed");
    expect(errors).toEqual([]);
  });

  test("stops notifications only if the store started them", async () => {
    const { client } = createService();
    await client.startRealtimeNotifications();
    const store = createChatStore(client, { userId: me.communicationUserId });
    await store.start();
    await store.dispose();
    expect(client.state).toBe("connected");
  });
});
