import { expect, test } from "vitest";
import { createChatContext, listChatMessages, type ChatMessage } from "../src/index.ts";
import { countingCredential, serve, type Received } from "./server.ts";

const message = (id: string) => ({
  id,
  type: "text",
  sequenceId: id,
  version: id,
  createdOn: "2025-03-15T10:00:00Z",
});

const threadId = "19:abc@thread.v2";

/** Returns pages of two messages. Their next links are relative to the endpoint. */
const pages = (request: Received, count = 3) => {
  const page = Number(new URL(request.url, "http://x").searchParams.get("page") ?? 0);
  const path = request.url.split("?")[0];
  const link = `http://${request.headers.host}${path}?page=${page + 1}`;
  return {
    status: 200,
    body: {
      value: [message(`${page}a`), message(`${page}b`)],
      ...(page + 1 < count && { nextLink: link }),
    },
  };
};

const idsOf = (messages: readonly ChatMessage[]) => messages.map(({ id }) => id).join(" ");

test("iterates over the items of all pages, with dates converted", async () => {
  await using server = await serve((request) => pages(request));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const seen: ChatMessage[] = [];
  for await (const item of listChatMessages(context, threadId)) seen.push(item);
  expect(idsOf(seen)).toBe("0a 0b 1a 1b 2a 2b");
  expect(seen[0]?.createdOn).toEqual(new Date("2025-03-15T10:00:00Z"));
  expect(server.received[0]?.url).toBe(
    "/chat/threads/19%3Aabc%40thread.v2/messages?api-version=2025-03-15",
  );
});

test("accepts a page size in byPage, returns continuation tokens, and continues from one", async () => {
  await using server = await serve((request) => pages(request));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const first = await listChatMessages(context, threadId).byPage({ maxPageSize: 2 }).next();
  expect(server.received[0]?.url).toContain("maxPageSize=2");
  const token: string | undefined = first.value?.continuationToken;
  expect(token).toBe(`${server.endpoint}/chat/threads/19%3Aabc%40thread.v2/messages?page=1`);
  const rest: string[] = [];
  for await (const page of listChatMessages(context, threadId).byPage({
    continuationToken: token!,
  })) {
    rest.push(idsOf(page));
  }
  expect(rest).toEqual(["1a 1b", "2a 2b"]);
});

test("resolves overlapping calls of next in order", async () => {
  await using server = await serve((request) => pages(request));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const iterator = listChatMessages(context, threadId);
  const results = await Promise.all(Array.from({ length: 7 }, () => iterator.next()));
  expect(results.map(({ value }) => value?.id as string | undefined)).toEqual([
    "0a",
    "0b",
    "1a",
    "1b",
    "2a",
    "2b",
    undefined,
  ]);
  expect(server.received).toHaveLength(3);
});

test("resolves a later call of next after the pending ones", async () => {
  const ids = ["1", "2", "3", "4", "5"];
  await using server = await serve(() => ({ status: 200, body: { value: ids.map(message) } }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const iterator = listChatMessages(context, threadId);
  const waiting = [iterator.next(), iterator.next(), iterator.next(), iterator.next()];
  await waiting[0];
  const results = await Promise.all([...waiting, iterator.next()]);
  expect(results.map(({ value }) => value?.id as string | undefined)).toEqual(ids);
});

test("rejects a next link to another origin before sending a token", async () => {
  await using stranger = await serve(() => ({ status: 200, body: { value: [] } }));
  await using server = await serve(() => ({
    status: 200,
    body: { value: [message("1")], nextLink: `${stranger.endpoint}/chat/threads?page=1` },
  }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const iterator = listChatMessages(context, threadId);
  await iterator.next();
  await expect(iterator.next()).rejects.toThrow(
    /Refused http:\/\/127\.0\.0\.1:\d+: requests must stay at/,
  );
  expect(stranger.received).toEqual([]);
});

test("applies headers, abort signal and timeout of the call to every page", async () => {
  await using server = await serve((request, index) =>
    index < 2 ? pages(request) : new Promise<never>(() => {}),
  );
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const controller = new AbortController();
  const iterator = listChatMessages(context, threadId, {
    abortSignal: controller.signal,
    requestOptions: { headers: { "x-trace": "me" } },
  }).byPage();
  await iterator.next();
  await iterator.next();
  expect(server.received.map(({ headers }) => headers["x-trace"])).toEqual(["me", "me"]);
  const third = iterator.next();
  controller.abort();
  await expect(third).rejects.toMatchObject({ name: "AbortError" });

  const slow = listChatMessages(context, threadId, { requestOptions: { timeout: 20 } });
  await expect(slow.next()).rejects.toMatchObject({ name: "AbortError" });
});

test("throws a typed error if any page fails", async () => {
  await using server = await serve((request, index) =>
    index === 0
      ? pages(request)
      : { status: 403, body: { error: { code: "Forbidden", message: "no" } } },
  );
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  const iterator = listChatMessages(context, threadId).byPage();
  await iterator.next();
  await expect(iterator.next()).rejects.toMatchObject({
    name: "RestError",
    statusCode: 403,
    code: "Forbidden",
    message: expect.stringContaining("listChatMessages failed with status 403: no") as string,
  });
});

test("reports an invalid item with operation and path", async () => {
  await using server = await serve(() => ({
    status: 200,
    body: { value: [message("1"), { ...message("2"), createdOn: "yesterday" }] },
  }));
  const context = createChatContext(server.endpoint, countingCredential(), {
    validateResponses: true,
  });
  await expect(listChatMessages(context, threadId).next()).rejects.toThrow(
    'listChatMessages: unexpected response: $.value[1].createdOn should be a date-time with an offset, but is "yesterday"',
  );
});
