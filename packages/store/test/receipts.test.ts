/** Receipts, unread counts, and typing. */
import { describe, expect, test } from "vitest";
import { createChatStore } from "../src/index.ts";
import { openConversation } from "./support/conversation.ts";
import { createService, me, other, settle } from "./support/service.ts";

const third = { kind: "communicationUser", communicationUserId: "8:acs:third" } as const;

const receipt = (sender: object, chatMessageId: string) => ({
  threadId: "19:thread",
  sender,
  chatMessageId,
  readOn: new Date(0),
});

const typing = (sender: object, senderDisplayName = "Bob") => ({
  threadId: "19:thread",
  sender,
  senderDisplayName,
});

const names = ({ thread }: Awaited<ReturnType<typeof openConversation>>) =>
  thread.typing.getSnapshot().map(({ displayName }) => displayName);

const added = (participantsAdded: object[]) => ({ threadId: "19:thread", participantsAdded });

describe("markRead", () => {
  test("sends at most one receipt every two seconds: the first immediately, then the latest", async () => {
    const { service, thread, pass } = await openConversation();
    const [first, second, last] = ["a", "b", "c"].map((text) => service.say(other, text));
    service.deliverAll();
    for (const id of [first, second, last]) thread.markRead(id);
    await settle();
    expect(service.requests).toEqual([`sendReadReceipt ${first}`]);
    await pass(1999);
    expect(service.requests).toHaveLength(1);
    await pass(1);
    expect(service.requests).toEqual([`sendReadReceipt ${first}`, `sendReadReceipt ${last}`]);
    await pass(10_000);
    expect(service.requests).toHaveLength(2);
  });

  test("never moves backwards", async () => {
    const { service, thread, pass } = await openConversation();
    const [first, last] = ["a", "b"].map((text) => service.say(other, text));
    service.deliverAll();
    thread.markRead(last);
    thread.markRead(first);
    await pass(10_000);
    expect(service.requests).toEqual([`sendReadReceipt ${last}`]);
    expect(thread.state.getSnapshot().unreadCount).toBe(0);
  });

  test("marks the last shown message by default", async () => {
    const { service, thread } = await openConversation();
    service.say(other, "a");
    const last = service.say(other, "b");
    service.deliverAll();
    thread.markRead();
    await settle();
    expect(service.requests).toEqual([`sendReadReceipt ${last}`]);
  });

  test("waits while the connection is lost", async () => {
    const { service, thread, drop, reconnect } = await openConversation();
    const id = service.say(other, "a");
    service.deliverAll();
    drop();
    thread.markRead(id);
    await settle();
    expect(service.requests).toEqual([]);
    await reconnect();
    expect(service.requests).toContain(`sendReadReceipt ${id}`);
  });

  test("reports a failed receipt, and sends it with the next connection", async () => {
    const { service, thread, errors, pass, drop, reconnect } = await openConversation();
    const id = service.say(other, "a");
    service.deliverAll();
    service.fates.push("lost");
    thread.markRead(id);
    await settle();
    expect(errors).toMatchObject([{ code: "REQUEST_SEND_ERROR" }]);
    const sent = () => service.requests.filter((one) => one.startsWith("sendRead")).length;
    await pass(1999);
    drop();
    await reconnect();
    expect(sent()).toBe(1);
    await pass(1);
    expect(sent()).toBe(2);
  });
});

describe("unread counts", () => {
  test("count messages of others after the last read one, once each", async () => {
    const { service, store, thread } = await openConversation({}, ({ say, receipts }) => {
      const read = say(other, "read before");
      receipts.push({ id: "", sender: me, chatMessageId: read, readOn: new Date(0) } as never);
      say(other, "unread");
      say(me, "my own");
    });
    expect(thread.state.getSnapshot().unreadCount).toBe(1);
    const id = service.say(other, "one more");
    service.deliver(0, true);
    service.deliverAll();
    service.edit(id, "one more, edited");
    service.deliverAll();
    expect(thread.state.getSnapshot().unreadCount).toBe(2);
    expect(store.threads.getSnapshot().unreadCount).toBe(2);
  });

  test("do not count a deleted message, regardless of the order of its events", async () => {
    const { service, thread } = await openConversation();
    service.remove(service.say(other, "gone soon"));
    service.deliver(1);
    service.deliver(0);
    expect(thread.state.getSnapshot().unreadCount).toBe(0);
  });

  test("follow the user's own receipt from another device", async () => {
    const { service, store, thread } = await openConversation();
    const id = service.say(other, "read elsewhere");
    service.deliverAll();
    expect(store.threads.getSnapshot().unreadCount).toBe(1);
    service.fire("readReceiptReceived", receipt(me, id));
    expect(thread.state.getSnapshot().unreadCount).toBe(0);
    expect(store.threads.getSnapshot().unreadCount).toBe(0);
  });

  test("include messages below the loaded page", async () => {
    const service = createService();
    for (let number = 1; number <= 60; number += 1) service.say(other, `${number}`);
    const options = { userId: me.communicationUserId, pageSize: 10 };
    const { load, messages, state } = createChatStore(service.client, options).thread("19:thread");
    await load();
    expect(messages.getSnapshot().items).toHaveLength(10);
    expect(state.getSnapshot().unreadCount).toBe(60);
  });

  test('stop at 100, which means "100 or more"', async () => {
    const { service, thread } = await openConversation();
    for (let number = 0; number < 120; number += 1) service.say(other, `${number}`);
    service.deliverAll();
    expect(thread.state.getSnapshot().unreadCount).toBe(100);
  });
});

describe("receipts", () => {
  test("are listed once per reader, and never move backwards", async () => {
    const { service, thread } = await openConversation();
    const mine = service.say(me, "mine");
    const later = service.say(me, "later");
    service.deliverAll();
    service.fire("readReceiptReceived", receipt(other, later));
    service.fire("readReceiptReceived", receipt(other, mine));
    service.fire("readReceiptReceived", receipt(third, mine));
    const short = thread.receipts
      .getSnapshot()
      .map(({ readerId, chatMessageId }) => [readerId, chatMessageId]);
    expect(short).toEqual([
      [other.communicationUserId, later],
      [third.communicationUserId, mine],
    ]);
  });

  test("list the readers of a message, without its sender", async () => {
    const { service, thread, items } = await openConversation();
    const mine = service.say(me, "mine");
    const theirs = service.say(other, "theirs");
    service.deliverAll();
    service.fire("readReceiptReceived", receipt(other, theirs));
    service.fire("readReceiptReceived", receipt(third, mine));
    const readers = items().map((one) => thread.readBy(one).map(({ readerId }) => readerId));
    expect(readers).toEqual([[other.communicationUserId, third.communicationUserId], []]);
  });
});

describe("typing", () => {
  test("is shown per user, and ends ten seconds after the last notification", async () => {
    const conversation = await openConversation();
    const { service, pass } = conversation;
    service.fire("typingIndicatorReceived", typing(other));
    await pass(6000);
    service.fire("typingIndicatorReceived", typing(third, "Carol"));
    service.fire("typingIndicatorReceived", typing(me, "Me"));
    expect(names(conversation)).toEqual(["Bob", "Carol"]);
    await pass(3999);
    expect(names(conversation)).toEqual(["Bob", "Carol"]);
    await pass(1);
    expect(names(conversation)).toEqual(["Carol"]);
    service.fire("typingIndicatorReceived", typing(third, "Carol"));
    await pass(9999);
    expect(names(conversation)).toEqual(["Carol"]);
    await pass(1);
    expect(names(conversation)).toEqual([]);
  });

  test("ends with a message of the user, and with the user's removal", async () => {
    const conversation = await openConversation();
    const { service } = conversation;
    service.fire("typingIndicatorReceived", typing(other));
    service.fire("typingIndicatorReceived", typing(third, "Carol"));
    service.say(other, "said");
    service.deliverAll();
    expect(names(conversation)).toEqual(["Carol"]);
    service.fire("participantsRemoved", {
      threadId: "19:thread",
      participantsRemoved: [{ id: third }],
    });
    expect(names(conversation)).toEqual([]);
  });

  test("of this user is sent at most every eight seconds, and again after a message", async () => {
    const { service, thread, pass } = await openConversation();
    const told = () => service.requests.filter((one) => one === "sendTypingNotification").length;
    thread.notifyTyping();
    await pass(7999);
    thread.notifyTyping();
    expect(told()).toBe(1);
    await pass(1);
    thread.notifyTyping();
    expect(told()).toBe(2);
    thread.send("said");
    thread.notifyTyping();
    expect(told()).toBe(3);
  });

  test("of this user is not sent while the connection is lost", async () => {
    const { service, thread, drop } = await openConversation();
    drop();
    thread.notifyTyping();
    expect(service.requests).toEqual([]);
  });
});

test("is disabled together with receipts in a thread of more than 20 participants", async () => {
  const { service, thread, errors } = await openConversation();
  const many = Array.from({ length: 19 }, (_, index) => ({
    id: { kind: "communicationUser", communicationUserId: `8:acs:${index}` } as const,
  }));
  service.fire("participantsAdded", added(many.slice(1)));
  expect(thread.participants.getSnapshot()).toHaveLength(20);
  expect(thread.state.getSnapshot().receiptsAndTyping).toBe(true);
  service.fire("participantsAdded", added(many.slice(0, 1)));
  expect(thread.state.getSnapshot().receiptsAndTyping).toBe(false);
  service.say(other, "a");
  service.deliverAll();
  thread.markRead();
  thread.notifyTyping();
  await settle();
  expect(service.requests.filter((one) => one.startsWith("send"))).toEqual([]);
  // The store counts by itself here.
  expect(thread.state.getSnapshot().unreadCount).toBe(0);
  service.fire("participantsRemoved", {
    threadId: "19:thread",
    participantsRemoved: many.slice(0, 1),
  });
  expect(thread.state.getSnapshot().receiptsAndTyping).toBe(true);
  expect(errors).toEqual([]);
});
