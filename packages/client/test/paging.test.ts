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

test("items come from all pages, the next ones by the links", async () => {
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

test("byPage's page size wins over the option's", async () => {
  const { thread, sent } = scripted([page([1])]);
  await thread.listMessages({ maxPageSize: 2 }).byPage({ maxPageSize: 7 }).next();
  expect(sent[0]!.query["maxPageSize"]).toBe("7");
});

test("each page tells how to go on, in another client too", async () => {
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
])("a next link to %s is not followed", async (next) => {
  const { thread, sent } = scripted([{ body: { value: [message(1)], nextLink: next } }, page([2])]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({
    code: "FOREIGN_LINK",
    name: "RestError",
  });
  expect(sent).toHaveLength(1);
});

test("a page that follows itself is an error and no endless loop", async () => {
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
])("a token %s is refused before anything is sent", (_, continuationToken) => {
  const { thread, sent } = scripted([page([1])]);
  expect(() => thread.listMessages().byPage({ continuationToken })).toThrowError(ChatArgumentError);
  expect(sent).toEqual([]);
});

test("a token with the thread's id unescaped is the same list's", async () => {
  const { thread } = scripted([page([1])]);
  const raw = `${endpoint}/chat/threads/${threadId}/messages?syncState=a`;
  expect(
    (await thread.listMessages().byPage({ continuationToken: raw }).next()).value,
  ).toHaveLength(1);
});

test("toArray takes all, or the first few and no page more than it needs", async () => {
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

test("every page obeys the call's options", async () => {
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

test("a failing page fails the iteration with a ChatServiceError", async () => {
  const { thread } = scripted([
    page([2], link("a")),
    { status: 404, body: { CommunicationError: { Code: "NotFound", Message: "gone" } } },
  ]);
  const ids: string[] = [];
  const run = async () => {
    for await (const { id } of thread.listMessages()) ids.push(id);
  };
  await expect(run()).rejects.toMatchObject({ code: "NotFound", message: "gone" });
  expect(ids).toEqual(["2"]);
});

test("pages that lead back to an earlier one are an error and no endless loop", async () => {
  const { thread, sent } = scripted([
    page([3], link("a")),
    page([2], link("b")),
    page([1], link("a")),
  ]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({ code: "PARSE_ERROR" });
  expect(sent).toHaveLength(3);
});

test.each([7, {}, ["/x"], true])("a next link that is %j is an error", async (nextLink) => {
  const { thread, sent } = scripted([{ body: { value: [message(1)], nextLink } }, page([2])]);
  await expect(thread.listMessages().toArray()).rejects.toMatchObject({
    code: "PARSE_ERROR",
    message: expect.stringContaining("$.nextLink"),
  });
  expect(sent).toHaveLength(1);
});

test.each([link("a"), `${link("a")}&maxPageSize=2`])(
  "going on with another page size: %s",
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

test("an endpoint with a path of its own takes its own tokens, and no others", async () => {
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

test.each([null, "x", [1]])("toArray(%j) is refused", async (bad) => {
  const { thread } = scripted([page([1])]);
  await expect(thread.listMessages().toArray(bad as never)).rejects.toBeInstanceOf(
    ChatArgumentError,
  );
});
