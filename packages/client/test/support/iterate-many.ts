/**
 * Iterates over 100 pages of 200 messages and counts how many pages are still in memory. Prints the counts as JSON. Needs
 * --expose-gc.
 */
import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import { ChatClient, type ChatMessage } from "../../src/index.ts";

const pages = 100;
const pageSize = 200;
const endpoint = "https://contoso.communication.azure.com";
const path = "/chat/threads/t/messages";

const httpClient: HttpClient = {
  async sendRequest(request) {
    const page = Number(new URL(request.url).searchParams.get("page") ?? 0);
    const value = Array.from({ length: pageSize }, (_, index) => {
      const id = String(page * pageSize + index);
      return {
        id,
        type: "text",
        sequenceId: id,
        version: id,
        createdOn: "2026-01-01T00:00:00Z",
        content: { message: `message ${id}` },
      };
    });
    const nextLink = page + 1 < pages ? `${endpoint}${path}?page=${page + 1}` : undefined;
    return {
      request,
      status: 200,
      headers: createHttpHeaders(),
      bodyAsText: JSON.stringify({ value, nextLink }),
    };
  },
};
const credential = {
  getToken: async () => ({ token: "t", expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
  dispose() {},
};
const thread = () =>
  new ChatClient(endpoint, credential, { validateResponses: true, httpClient }).getChatThreadClient(
    "t",
  );

/** Iterates over all messages. Calls `keep` with the first message of each page. */
async function iterate(keep: (message: ChatMessage) => void) {
  const firsts: WeakRef<ChatMessage>[] = [];
  let messages = 0;
  let mostPagesAlive = 0;
  for await (const message of thread().listMessages({ maxPageSize: pageSize })) {
    if (messages++ % pageSize === 0) {
      firsts.push(new WeakRef(message));
      keep(message);
    }
    // Counts in the middle of every 5th page, because garbage collection is slow. WeakRefs keep their targets until the
    // next turn of the event loop.
    if (messages % (pageSize * 5) === pageSize / 2) {
      await new Promise((resolve) => setImmediate(resolve));
      globalThis.gc!();
      mostPagesAlive = Math.max(mostPagesAlive, firsts.filter((first) => first.deref()).length);
    }
  }
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc!();
  return { messages, mostPagesAlive, alive: firsts.filter((first) => first.deref()).length };
}

const { messages, mostPagesAlive } = await iterate(() => {});
const held: ChatMessage[] = [];
const { alive: control } = await iterate((message) => held.push(message));
console.log(JSON.stringify({ messages, mostPagesAlive, control, held: held.length }));
