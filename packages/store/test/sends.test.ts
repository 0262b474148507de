/** Sends, drafts, edits and deletions. */
import { describe, expect, test } from "vitest";
import { openConversation, textOf } from "./support/conversation.ts";
import { me, other, settle } from "./support/service.ts";

describe("send", () => {
  test("shows the message immediately, and merges it with its response", async () => {
    const { service, thread, items } = await openConversation();
    const key = thread.send("hello");
    expect(items()).toMatchObject([{ key, status: "sending", mine: true }]);
    await settle();
    const { id } = service.truth()[0]!;
    expect(items()).toMatchObject([{ key, id, status: "sent" }]);
    service.deliverAll();
    expect(items()).toMatchObject([{ key, id, status: "sent" }]);
  });

  test("merges the message with its event if the event arrives first", async () => {
    const { service, thread, items } = await openConversation();
    service.fates.push("unanswered");
    const key = thread.send("hello");
    await settle();
    expect(items()).toMatchObject([{ key, status: "waiting" }]);
    service.deliverAll();
    expect(items()).toMatchObject([{ key, status: "sent", id: expect.any(String) }]);
    await settle();
    expect(service.truth()).toHaveLength(1);
  });

  test("distinguishes two messages with equal text", async () => {
    const { service, thread, texts } = await openConversation();
    thread.send("yes");
    thread.send("yes");
    await settle();
    service.deliverAll();
    expect(texts()).toEqual(["yes", "yes"]);
    expect(service.truth()).toHaveLength(2);
  });

  test("sends all properties of the message, with an id for the search, and safeRetry", async () => {
    const { service, thread } = await openConversation({ displayName: "Ann" });
    const attachments = [{ id: "image", attachmentType: "image" as const, name: "a.png" }];
    const key = thread.send({
      content: "<b>hello</b>",
      type: "html",
      metadata: { urgent: "yes" },
      attachments,
    });
    await settle();
    expect(service.sends).toMatchObject([
      {
        content: "<b>hello</b>",
        type: "html",
        senderDisplayName: "Ann",
        attachments,
        safeRetry: true,
        metadata: { urgent: "yes" },
      },
    ]);
    expect(Object.values((service.sends[0] as { metadata: object }).metadata)).toContain(key);
  });

  test("marks a rejected message as failed until it is retried or discarded", async () => {
    const { service, thread, items, texts } = await openConversation();
    service.fates.push("refused", "refused");
    const first = thread.send("first");
    const second = thread.send("second");
    thread.send("third");
    await settle();
    service.deliverAll();
    // Later messages are sent nevertheless. Unsent messages are listed at the end.
    expect(texts()).toEqual(["third", "first", "second"]);
    expect(items().slice(1)).toMatchObject([
      { key: first, status: "failed", error: { statusCode: 403 } },
      { key: second, status: "failed" },
    ]);
    thread.discard(first);
    thread.retry(second);
    await settle();
    expect(items().map((one) => [textOf(one), one.status])).toEqual([
      ["third", "sent"],
      ["second", "sent"],
    ]);
    expect(items()[1]!.error).toBeUndefined();
    expect(() => thread.retry(first)).toThrow("No failed or waiting message has the key");
    expect(() => thread.discard(first)).toThrow("No failed or waiting message has the key");
  });

  test("searches for a message whose response was lost before sending it again", async () => {
    const { service, thread, items, pass } = await openConversation();
    service.fates.push("unanswered");
    const key = thread.send("once");
    await settle();
    service.loseAll();
    await pass(2000);
    expect(items()).toMatchObject([{ key, status: "sent" }]);
    expect(service.truth()).toHaveLength(1);
    expect(service.requests).toEqual(["sendMessage", "listMessages"]);
  });

  test("keeps the order, one message at a time", async () => {
    const { service, thread, texts } = await openConversation();
    const release = service.hold("sendMessage");
    for (const text of ["a", "b", "c"]) thread.send(text);
    await settle();
    expect(service.requests).toEqual(["sendMessage"]);
    release();
    await settle();
    expect(service.truth().map(({ content }) => content?.message)).toEqual(["a", "b", "c"]);
    expect(texts()).toEqual(["a", "b", "c"]);
  });
});

describe("while the connection is lost", () => {
  test("sends waiting messages in order after a reconnect", async () => {
    const { service, thread, items, drop, reconnect } = await openConversation();
    drop();
    for (const text of ["a", "b", "c"]) thread.send(text);
    await settle();
    expect(items().map(({ status }) => status)).toEqual(["waiting", "waiting", "waiting"]);
    expect(service.requests).toEqual([]);
    await reconnect();
    expect(service.truth().map(({ content }) => content?.message)).toEqual(["a", "b", "c"]);
    expect(items().map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
  });

  test("rejects more than maxUnsent waiting messages", async () => {
    const { thread, drop } = await openConversation({ maxUnsent: 2 });
    drop();
    thread.send("a");
    const key = thread.send("b");
    expect(() => thread.send("c")).toThrow("2 messages of this thread are unsent");
    thread.discard(key);
    thread.send("c");
  });
});

test("keeps a draft per thread, and notifies subscribers", async () => {
  const { store, thread } = await openConversation();
  let notifications = 0;
  thread.draft.subscribe(() => (notifications += 1));
  thread.draft.set("Noodles at");
  thread.draft.set("Noodles at");
  expect(notifications).toBe(1);
  expect(store.thread(thread.id).draft.getSnapshot()).toBe("Noodles at");
  expect(store.thread("19:other").draft.getSnapshot()).toBe("");
});

describe("an edit", () => {
  test("is shown immediately, and stays when the service confirms it", async () => {
    const { service, thread, items } = await openConversation();
    const id = service.say(me, "mine");
    service.deliverAll();
    const editing = thread.edit(id, { content: "better" });
    expect(items()).toMatchObject([{ content: { message: "better" }, change: "edit" }]);
    await editing;
    service.deliverAll();
    expect(items()).toMatchObject([{ content: { message: "better" } }]);
    expect(items()[0]!.change).toBeUndefined();
  });

  test("is reverted if it is rejected, without affecting others", async () => {
    const { service, thread, texts, items } = await openConversation();
    const id = service.say(me, "mine");
    service.deliverAll();
    const release = service.hold("updateMessage");
    service.fates.push("refused");
    const refused = thread.edit(id, { content: "refused" });
    const accepted = thread.edit(id, { content: "accepted" });
    expect(texts()).toEqual(["accepted"]);
    release();
    await expect(refused).rejects.toMatchObject({ statusCode: 403 });
    await accepted;
    service.deliverAll();
    expect(texts()).toEqual(["accepted"]);
    service.fates.push("refused");
    await expect(thread.edit(id, { content: "refused" })).rejects.toThrow("Forbidden");
    expect(items()).toMatchObject([{ content: { message: "accepted" } }]);
    expect(items()[0]!.change).toBeUndefined();
  });

  test("of another user's message is shown until it is rejected, on top of later changes", async () => {
    const { service, thread, texts } = await openConversation();
    const id = service.say(other, "theirs");
    service.deliverAll();
    const release = service.hold("updateMessage");
    service.fates.push("refused");
    const editing = thread.edit(id, { content: "mine now" });
    service.edit(id, "theirs, edited");
    service.deliverAll();
    expect(texts()).toEqual(["mine now"]);
    release();
    await expect(editing).rejects.toThrow("Forbidden");
    expect(texts()).toEqual(["theirs, edited"]);
  });

  test("rejects for a message that is not loaded", async () => {
    const { thread } = await openConversation();
    await expect(thread.edit("1", { content: "?" })).rejects.toMatchObject({
      code: "UnknownMessage",
    });
  });
});

describe("a deletion", () => {
  test("is shown immediately, and reverted if it is rejected", async () => {
    const { service, thread, items } = await openConversation();
    const id = service.say(me, "mine");
    service.deliverAll();
    service.fates.push("refused");
    const refused = thread.delete(id);
    expect(items()).toMatchObject([{ content: { message: "" }, change: "delete" }]);
    expect(items()[0]!.deletedOn).toBeInstanceOf(Date);
    await expect(refused).rejects.toThrow("Forbidden");
    expect(items()[0]).toMatchObject({ content: { message: "mine" } });
    expect(items()[0]!.deletedOn).toBeUndefined();
    await thread.delete(id);
    service.deliverAll();
    expect(items()[0]!.deletedOn).toBeInstanceOf(Date);
    expect(items()[0]!.change).toBeUndefined();
  });
});
