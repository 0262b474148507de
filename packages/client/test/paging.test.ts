import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { ChatArgumentError, ChatClient } from "../src/index.ts";
import { credential, endpoint, scripted, threadId } from "./support/scripted.ts";

const path = `/chat/threads/${encodeURIComponent(threadId)}/messages`;
const message = (number: number) => ({
  id: String(number),
  type: "text",
  sequenceId: String(number),
  version: String(number),
  createdOn: "2026-01-01T00:00:00Z",
  senderCommunicationIdentifier: { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } },
});
const page = (numbers: number[], next?: string) => ({
  body: {
    value: numbers.map(message),
    ...(next !== undefined && { nextLink: next.startsWith("/") ? endpoint + next : next }),
  },
});
const link = (cursor: string) => `${path}?syncState=${cursor}&api-version=2025-03-15`;

test("returns the items of all pages by following the next links", async () => {
  const { thread, sent } = scripted([page([3, 2], link("a")), page([], link("b")), page([1])]);
  const ids = [];
  for await (const { id } of thread.listMessages({ maxPageSize: 2, startTime: new Date(0) }))
    ids.push(id);
  expect(ids).toEqual(["3", "2", "1"]);
  expect(sent.map(({ query }) => query)).toEqual([
    { maxPageSize: "2", startTime: "1970-01-01T00:00:00.000Z", "api-version": "2025-03-15" },
    { syncState: "a", "api-version": "2025-03-15" },
    { syncState: "b", "api-version": "2025-03-15" },
  ]);
});

test("prefers the page size of byPage over the option", async () => {
  const { thread, sent } = scripted([page([1])]);
  await thread.listMessages({ maxPageSize: 2 }).byPage({ maxPageSize: 7 }).next();
  expect(sent[0]!.query["maxPageSize"]).toBe("7");
});

test("returns a continuation token with each page, which works in another client", async () => {
  const first = await scripted([page([2], link("a"))])
    .thread.listMessages()
    .byPage()
    .next();
  const { continuationToken } = first.value!;
  const other = scripted([page([1])]);
  const next = await other.thread
    .listMessages()
    .byPage({ continuationToken: continuationToken! })
    .next();
  expect(next.value!.map(({ id }: { id: string }) => id)).toEqual(["1"]);
  expect(next.value!.continuationToken).toBeUndefined();
  expect(other.sent[0]!.query["syncState"]).toBe("a");
});

test.each([
  "https://evil.example/chat/threads/x/messages",
  "http://contoso.communication.azure.com/chat/threads",
  "//evil.example/x",
  "https://contoso.communication.azure.com.evil.example/",
  "https://contoso.communication.azure.com@evil.example/",
  "javascript:alert(1)",
])("does not follow a next link to %s", async (next) => {
  const { thread, sent } = scripted([{ body: { value: [message(1)], nextLink: next } }, page([2])]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({
    code: "FOREIGN_LINK",
    name: "RestError",
  });
  expect(sent).toHaveLength(1);
});

test("throws for a page that links to itself", async () => {
  const { thread, sent } = scripted([page([1], link("same"))]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({ code: "PARSE_ERROR" });
  expect(sent).toHaveLength(2);
});

test.each([
  ["of another thread", `${endpoint}/chat/threads/19%3Aother%40thread.v2/messages?syncState=a`],
  [
    "of another list",
    `${endpoint}/chat/threads/${encodeURIComponent(threadId)}/participants?skip=2`,
  ],
  ["of another origin", `https://evil.example${path}?syncState=a`],
  ["that is invalid", "abc def"],
  ["with a broken escape", `${endpoint}/chat/threads/%ff/messages`],
])("rejects a token %s before sending", (_, continuationToken) => {
  const { thread, sent } = scripted([page([1])]);
  expect(() => thread.listMessages().byPage({ continuationToken })).toThrowError(ChatArgumentError);
  expect(sent).toEqual([]);
});

test("accepts a token with the unescaped thread id for the same list", async () => {
  const { thread } = scripted([page([1])]);
  const raw = `${endpoint}/chat/threads/${threadId}/messages?syncState=a`;
  expect(
    (await thread.listMessages().byPage({ continuationToken: raw }).next()).value,
  ).toHaveLength(1);
});

test("returns all items or the first few from toArray, without fetching unneeded pages", async () => {
  const answers = [page([4, 3], link("a")), page([2, 1])];
  expect(await scripted(answers).thread.listMessages().toArray()).toHaveLength(4);
  const few = scripted(answers);
  expect((await few.thread.listMessages().toArray({ limit: 2 })).map(({ id }) => id)).toEqual([
    "4",
    "3",
  ]);
  expect(few.sent).toHaveLength(1);
  expect(await few.thread.listMessages().toArray({ limit: 0 })).toEqual([]);
  await expect(few.thread.listMessages().toArray({ limit: -1 })).rejects.toBeInstanceOf(
    ChatArgumentError,
  );
});

test("applies the call's options to every page", async () => {
  const { thread, sent } = scripted([page([2], link("a")), page([1])]);
  let answers = 0;
  await thread
    .listMessages({
      requestOptions: { customHeaders: { "x-mine": "1" } },
      onResponse: () => (answers += 1),
    })
    .toArray();
  expect(sent.map(({ headers }) => headers["x-mine"])).toEqual(["1", "1"]);
  expect(answers).toBe(2);
  const controller = new AbortController();
  const pages = scripted([page([2], link("a")), page([1])])
    .thread.listMessages({ abortSignal: controller.signal })
    .byPage();
  await pages.next();
  controller.abort();
  await expect(pages.next()).rejects.toMatchObject({ name: "AbortError" });
});

test("fails the iteration with a ChatServiceError if a page fails", async () => {
  const { thread } = scripted([
    page([2], link("a")),
    { status: 404, body: { CommunicationError: { Code: "NotFound", Message: "gone" } } },
  ]);
  const ids: string[] = [];
  const run = async () => {
    for await (const { id } of thread.listMessages()) ids.push(id);
  };
  await expect(run()).rejects.toMatchObject({
    code: "NotFound",
    message: expect.stringMatching(/: gone$/),
  });
  expect(ids).toEqual(["2"]);
});

test("throws for pages that link to an earlier one", async () => {
  const { thread, sent } = scripted([
    page([3], link("a")),
    page([2], link("b")),
    page([1], link("a")),
  ]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({ code: "PARSE_ERROR" });
  expect(sent).toHaveLength(3);
});

test.each([7, {}, ["/x"], true])("throws for a next link that is %j", async (nextLink) => {
  const { thread, sent } = scripted([{ body: { value: [message(1)], nextLink } }, page([2])]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({
    code: "PARSE_ERROR",
    message: expect.stringContaining("$.nextLink"),
  });
  expect(sent).toHaveLength(1);
});

test.each([link("a"), `${link("a")}&maxPageSize=2`])(
  "continues with another page size: %s",
  async (next) => {
    const { thread, sent } = scripted([page([1], link("b")), page([0])]);
    const pages = thread
      .listMessages()
      .byPage({ continuationToken: endpoint + next, maxPageSize: 7 });
    await pages.next();
    await pages.next();
    expect(sent.map(({ query }) => query)).toEqual([
      { syncState: "a", "api-version": "2025-03-15", maxPageSize: "7" },
      { syncState: "b", "api-version": "2025-03-15" },
    ]);
  },
);

test("accepts only its own continuation tokens if the endpoint has a path", async () => {
  const base = `${endpoint}/behind/a%20proxy`;
  const requested: string[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request) {
      requested.push(request.url);
      const body =
        requested.length === 1
          ? { value: [message(2)], nextLink: `${base}${link("a")}` }
          : { value: [message(1)] };
      const bodyAsText = JSON.stringify(body);
      return { request, status: 200, headers: createHttpHeaders(), bodyAsText };
    },
  };
  const list = () =>
    new ChatClient(base, credential, { validateResponses: true, httpClient })
      .getChatThreadClient(threadId)
      .listMessages();
  const { value: first } = await list().byPage().next();
  const { continuationToken } = first!;
  const { value: second } = await list().byPage({ continuationToken: continuationToken! }).next();
  expect(second!.map(({ id }: { id: string }) => id)).toEqual(["1"]);
  expect(requested[1]).toBe(`${base}${link("a")}`);
  expect(() => list().byPage({ continuationToken: endpoint + link("a") })).toThrowError(
    ChatArgumentError,
  );
});

test.each([null, "x", [1]])("rejects toArray(%j)", async (bad) => {
  const { thread } = scripted([page([1])]);
  await expect(thread.listMessages().toArray(bad as never)).rejects.toBeInstanceOf(
    ChatArgumentError,
  );
});
