/** The list of threads, and several tabs of one user, on the emulator. */
import { ChatClient } from "@acs-chat/client";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { expect, test } from "vitest";
import { type ChatStoreOptions, createChatStore } from "../src/index.ts";
import { until } from "./support/until.ts";

async function person(emulator: Emulator) {
  const { id, token } = await emulator.createUser();
  const errors: unknown[] = [];
  const connect = () =>
    new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token));
  const open = (options: Partial<ChatStoreOptions> = {}) =>
    createChatStore(connect(), { userId: id, onError: (error) => errors.push(error), ...options });
  return { id, client: connect(), errors, open };
}

async function makeThread(client: ChatClient, topic: string, ...others: { id: string }[]) {
  const participants = others.map(({ id }) => ({ id: { communicationUserId: id } }));
  const { chatThread } = await client.createChatThread({ topic }, { participants });
  return chatThread!.id;
}

test("lists threads page by page, newest first, each once", async () => {
  await using emulator = await startEmulator();
  const ann = await person(emulator);
  const ids: string[] = [];
  for (let number = 1; number <= 5; number += 1) {
    ids.push(await makeThread(ann.client, `Thread ${number}`));
  }
  const store = ann.open({ threadsPageSize: 2 });
  await store.start();
  const { threads } = store;
  const topics = () => threads.getSnapshot().items.map(({ topic }) => topic);
  expect(threads.getSnapshot()).toMatchObject({ loaded: true, hasMore: true, loading: false });
  expect(topics()).toHaveLength(2);
  while (threads.getSnapshot().hasMore) await threads.loadMore();
  expect(topics()).toHaveLength(5);
  expect(new Set(topics()).size).toBe(5);
  await ann.client.getChatThreadClient(ids[2]!).sendMessage({ content: "up" });
  await until(threads, ({ items }) => items[0]!.topic === "Thread 3");
  const { items } = threads.getSnapshot();
  const times = items.map(({ lastMessageReceivedOn }) => Number(lastMessageReceivedOn));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  await store.dispose();
  expect(ann.errors).toEqual([]);
});

test("updates the list for new, renamed, left and deleted threads", async () => {
  await using emulator = await startEmulator();
  const ann = await person(emulator);
  const bob = await person(emulator);
  const store = bob.open();
  await store.start();
  const { threads } = store;
  const of = (id: string) => threads.getSnapshot().items.find((one) => one.id === id);
  const lunch = await makeThread(ann.client, "Lunch", bob);
  const dinner = await makeThread(ann.client, "Dinner", bob);
  await until(threads, ({ items }) => items.length === 2);
  expect(of(lunch)).toMatchObject({ topic: "Lunch", unreadCount: 0, membership: "member" });
  expect(of(lunch)!.participants).toHaveLength(2);
  await ann.client.getChatThreadClient(lunch).updateTopic("Noodles");
  await until(threads, () => of(lunch)!.topic === "Noodles");
  await ann.client.getChatThreadClient(lunch).sendMessage({ content: "hello" });
  await until(threads, () => of(lunch)!.unreadCount === 1);
  expect(of(lunch)!.lastMessage?.content?.message).toBe("hello");
  await ann.client.getChatThreadClient(lunch).removeParticipant({ communicationUserId: bob.id });
  await until(threads, () => of(lunch)!.membership === "left");
  await ann.client.deleteChatThread(dinner);
  await until(threads, () => of(dinner)!.membership === "deleted");
  await store.dispose();
  expect(bob.errors).toEqual([]);
});

test("finds threads that changed while disconnected", async () => {
  await using emulator = await startEmulator();
  const ann = await person(emulator);
  const bob = await person(emulator);
  const lunch = await makeThread(ann.client, "Lunch", bob);
  const client = new ChatClient(
    emulator.endpoint,
    new AzureCommunicationTokenCredential((await emulator.createToken(bob.id)).token),
  );
  const store = createChatStore(client, { userId: bob.id });
  await store.start();
  await client.stopRealtimeNotifications();
  await ann.client.getChatThreadClient(lunch).sendMessage({ content: "missed" });
  await makeThread(ann.client, "Dinner", bob);
  await client.startRealtimeNotifications();
  const { items } = await until(
    store.threads,
    ({ unreadCount, items: { length } }) => unreadCount === 1 && length === 2,
  );
  expect(items.map(({ topic }) => topic).toSorted()).toEqual(["Dinner", "Lunch"]);
  await store.dispose();
});

test("ends in the same state in several tabs of one user", async () => {
  await using emulator = await startEmulator();
  const ann = await person(emulator);
  const bob = await person(emulator);
  const id = await makeThread(ann.client, "Lunch", bob);
  const tabs = [bob.open(), bob.open()];
  const threads = tabs.map((tab) => tab.thread(id));
  await Promise.all(tabs.map((tab) => tab.start()));
  await Promise.all(threads.map((thread) => thread.load()));
  const [first, second] = threads as [(typeof threads)[0], (typeof threads)[0]];
  await ann.client.getChatThreadClient(id).sendMessage({ content: "hello" });
  await Promise.all(threads.map(({ state }) => until(state, (one) => one.unreadCount === 1)));
  first.markRead();
  await until(second.state, ({ unreadCount }) => unreadCount === 0);
  first.send("from the first tab");
  second.send("from the second tab");
  const spoken = (thread: typeof first) =>
    thread.messages.getSnapshot().items.filter(({ type }) => type === "text");
  for (const thread of threads) {
    await until(thread.messages, () => {
      const mine = spoken(thread);
      return mine.length === 3 && mine.every(({ status }) => status === "sent");
    });
  }
  const flat = (thread: typeof first) =>
    spoken(thread).map((one) => [one.id, one.version, one.content?.message]);
  expect(flat(first)).toEqual(flat(second));
  await second.delete(spoken(second).at(-1)!.id!);
  await until(first.messages, () => spoken(first).at(-1)!.deletedOn !== undefined);
  await Promise.all(tabs.map((tab) => tab.dispose()));
  expect(bob.errors).toEqual([]);
});
