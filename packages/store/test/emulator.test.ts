/** The store on the real client and the emulator, over HTTP and WebSocket. */
import { ChatClient } from "@acs-chat/client";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { expect, test } from "vitest";
import { type ChatStore, createChatStore } from "../src/index.ts";
import { until } from "./support/until.ts";

interface Person {
  readonly id: string;
  readonly client: ChatClient;
  readonly store: ChatStore;
  readonly errors: unknown[];
}

async function person(emulator: Emulator, options = {}): Promise<Person> {
  const { id, token } = await emulator.createUser();
  const client = new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
  });
  const errors: unknown[] = [];
  const store = createChatStore(client, {
    userId: id,
    onError: (error) => errors.push(error),
    ...options,
  });
  return { id, client, store, errors };
}

const flat = (one: { id?: string; version: string; content?: { message?: string } }) =>
  `${one.id} ${one.version} ${one.content?.message}`;

async function twoInOneThread(emulator: Emulator, options = {}) {
  const ann = await person(emulator, options);
  const bob = await person(emulator, options);
  const { chatThread } = await ann.client.createChatThread(
    { topic: "Lunch" },
    { participants: [{ id: { communicationUserId: bob.id }, displayName: "Bob" }] },
  );
  return { ann, bob, threadId: chatThread!.id };
}

test("shows a sent message immediately, delivers it, counts it as unread, and marks it as read", async () => {
  await using emulator = await startEmulator();
  const { ann, bob, threadId } = await twoInOneThread(emulator);
  await Promise.all([ann.store.start(), bob.store.start()]);
  const mine = ann.store.thread(threadId);
  await mine.load();
  const key = mine.send("Noodles at noon?");
  expect(mine.messages.getSnapshot().items.at(-1)).toMatchObject({ key, status: "sending" });
  const { items } = await until(mine.messages, (one) => one.items.at(-1)?.status === "sent");
  expect(items.filter((item) => item.content?.message === "Noodles at noon?")).toHaveLength(1);
  expect(items.at(-1)).toMatchObject({ key, mine: true, id: expect.any(String) });

  const threads = await until(bob.store.threads, ({ unreadCount }) => unreadCount === 1);
  expect(threads.items[0]).toMatchObject({
    topic: "Lunch",
    unreadCount: 1,
    lastMessage: { content: { message: "Noodles at noon?" } },
  });
  const theirs = bob.store.thread(threadId);
  await theirs.load();
  theirs.markRead();
  expect(bob.store.threads.getSnapshot().unreadCount).toBe(0);
  await until(mine.receipts, (receipts) => receipts.length === 1);
  const sent = mine.messages.getSnapshot().items.at(-1)!;
  expect(mine.readBy(sent).map(({ readerId }) => readerId)).toEqual([bob.id]);

  theirs.notifyTyping();
  await until(mine.typing, ([typist]) => typist?.typistId === bob.id);
  theirs.send("Yes!");
  await until(mine.typing, (typists) => typists.length === 0);
  await Promise.all([ann.store.dispose(), bob.store.dispose()]);
  expect([...ann.errors, ...bob.errors]).toEqual([]);
});

test("updates system messages, topics and participants, and detects a removal", async () => {
  await using emulator = await startEmulator();
  const { ann, bob, threadId } = await twoInOneThread(emulator);
  await Promise.all([ann.store.start(), bob.store.start()]);
  const theirs = bob.store.thread(threadId);
  await theirs.load();
  const thread = ann.client.getChatThreadClient(threadId);
  await thread.updateTopic("Dinner");
  await until(theirs.properties, ({ topic }) => topic === "Dinner");
  await until(theirs.messages, ({ items }) =>
    items.some(({ type, content }) => type === "topicUpdated" && content?.topic === "Dinner"),
  );
  const { id } = await emulator.createUser();
  await thread.addParticipants({ participants: [{ id: { communicationUserId: id } }] });
  await until(theirs.participants, ({ length }) => length === 3);
  await thread.removeParticipant({ communicationUserId: bob.id });
  await until(theirs.state, ({ membership }) => membership === "left");
  const key = theirs.send("Am I still here?");
  const { items } = await until(theirs.messages, (one) => one.items.at(-1)?.status === "failed");
  expect(items.at(-1)).toMatchObject({ key, error: { statusCode: 403 } });
  theirs.discard(key);
  await ann.client.deleteChatThread(threadId);
  await until(ann.store.threads, ({ items: [first] }) => first?.membership === "deleted");
  await Promise.all([ann.store.dispose(), bob.store.dispose()]);
  expect([...ann.errors, ...bob.errors]).toEqual([]);
});

test("shows edits and deletions immediately, and reverts them if the service rejects them", async () => {
  await using emulator = await startEmulator();
  const { ann, bob, threadId } = await twoInOneThread(emulator);
  await ann.store.start();
  const theirs = await bob.client.getChatThreadClient(threadId).sendMessage({ content: "Bob's" });
  const mine = ann.store.thread(threadId);
  await mine.load();
  mine.send("Ann's");
  const { items } = await until(mine.messages, (one) => one.items.at(-1)?.status === "sent");
  const { id } = items.at(-1)!;
  const message = (wanted: string) =>
    mine.messages.getSnapshot().items.find((item) => item.id === wanted)!;
  const editing = mine.edit(id!, { content: "Ann's, better" });
  expect(message(id!)).toMatchObject({ content: { message: "Ann's, better" }, change: "edit" });
  await editing;
  await until(mine.messages, () => message(id!).change === undefined);
  expect(message(id!)).toMatchObject({ content: { message: "Ann's, better" } });
  const refused = mine.edit(theirs.id, { content: "not mine" });
  expect(message(theirs.id).content?.message).toBe("not mine");
  await expect(refused).rejects.toMatchObject({ statusCode: 403 });
  expect(message(theirs.id)).toMatchObject({ content: { message: "Bob's" } });
  await mine.delete(id!);
  await until(mine.messages, () => message(id!).change === undefined);
  expect(message(id!).deletedOn).toBeInstanceOf(Date);
  await ann.store.dispose();
});

test("equals the list of the service after 12 dropped connections during 1,500 messages", async () => {
  await using emulator = await startEmulator();
  const { ann, bob, threadId } = await twoInOneThread(emulator, {
    pageSize: 50,
    maxMessages: 2000,
    // More than a hundred messages a second, far above the service's limit, require many pages.
    maxCatchUpPages: 50,
  });
  await ann.store.start();
  const shown = ann.store.thread(threadId);
  await shown.load();
  const thread = bob.client.getChatThreadClient(threadId);
  const ids: string[] = [];
  for (let number = 1; number <= 1500; number += 1) {
    const { id } = await thread.sendMessage({ content: `Message ${number}` });
    ids.push(id);
    if (number % 50 === 0)
      await thread.updateMessage(ids[number - 25]!, { content: `Edit ${number}` });
    if (number % 110 === 0) await thread.deleteMessage(ids[number - 90]!);
    if (number % 124 === 0) emulator.control.realtime.drop({ userId: ann.id });
  }
  const truth = await thread.listMessages({ maxPageSize: 200 }).toArray();
  const newest = truth[0]!.version;
  await until(ann.store.connection, ({ state }) => state === "connected");
  await until(shown.messages, ({ items }) => items.some(({ version }) => version === newest));
  await until(ann.store.connection, ({ state }) => state === "connected");
  const { items, gaps } = shown.messages.getSnapshot();
  expect(gaps).toEqual([]);
  expect(items.map(flat)).toEqual(truth.toSorted((a, b) => Number(a.id) - Number(b.id)).map(flat));
  await ann.store.dispose();
  expect(ann.errors).toEqual([]);
});

test("does not require anybody to wait for a start that is disposed of", async () => {
  await using emulator = await startEmulator();
  const unhandled: unknown[] = [];
  const record = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", record);
  try {
    const { client, store } = await person(emulator);
    // As effects of React in StrictMode do.
    const started = store.start();
    await store.dispose();
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
    await expect(started).rejects.toMatchObject({ name: "AbortError" });
    expect(client.state).toBe("stopped");
  } finally {
    process.off("unhandledRejection", record);
  }
});

test("starts no notifications if it is disposed of while its state is loaded", async () => {
  await using emulator = await startEmulator();
  let finish!: (state: undefined) => void;
  const loaded = new Promise<undefined>((resolve) => (finish = resolve));
  const { client, store } = await person(emulator, {
    persistence: { load: () => loaded, save: () => {} },
  });
  const started = store.start();
  const disposed = store.dispose();
  finish(undefined);
  await expect(started).rejects.toMatchObject({ code: "Disposed" });
  await disposed;
  expect(client.state).toBe("stopped");
});
