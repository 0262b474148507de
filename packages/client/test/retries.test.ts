import { expect, test } from "vitest";
import { type ChatRetryEvent, ChatServiceError } from "../src/index.ts";
import { created, scripted, sentMessage } from "./support/scripted.ts";

test("creates an idempotency token for a thread creation without one, and sends it with all attempts", async () => {
  const { client, sent } = scripted([
    { status: 503 },
    new Error("socket hang up"),
    created,
    created,
  ]);
  await client.createChatThread({ topic: "t" });
  await client.createChatThread({ topic: "t" });
  const tokens = sent.map(({ headers }) => headers["repeatability-request-id"]);
  expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(tokens.slice(0, 3)).toEqual([tokens[0], tokens[0], tokens[0]]);
  expect(tokens[3]).not.toBe(tokens[0]);
});

test("does not retry a send that may have arrived", async () => {
  for (const failure of [
    { status: 503 },
    { status: 500 },
    Object.assign(new Error("hang up"), { code: "ECONNRESET" }),
  ]) {
    const { thread, sent } = scripted([failure, sentMessage]);
    await expect(thread.sendMessage({ content: "c" })).rejects.toBeInstanceOf(ChatServiceError);
    expect(sent).toHaveLength(1);
  }
});

test("retries a send that cannot have arrived, and calls onRetry", async () => {
  const events: ChatRetryEvent[] = [];
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const { thread, sent } = scripted([{ status: 429 }, refused, sentMessage], {
    retryOptions: { onRetry: (event) => events.push(event) },
  });
  await thread.sendMessage({ content: "c" });
  expect(sent).toHaveLength(3);
  expect(events).toEqual([
    {
      retry: 1,
      delayInMs: 0,
      method: "POST",
      clientRequestId: expect.any(String),
      statusCode: 429,
    },
    {
      retry: 2,
      delayInMs: 0,
      method: "POST",
      clientRequestId: expect.any(String),
      error: expect.any(Error),
    },
  ]);
});

test("retries reads, updates and deletions", async () => {
  const { thread, sent } = scripted([
    { status: 503 },
    { status: 204 },
    { status: 500 },
    { status: 204 },
  ]);
  await thread.updateTopic("t");
  await thread.deleteMessage("1");
  expect(sent.map(({ method }) => method)).toEqual(["PATCH", "PATCH", "DELETE", "DELETE"]);
});
