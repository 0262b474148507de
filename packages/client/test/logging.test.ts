import { inspect } from "node:util";
import type { RestError } from "@azure/core-rest-pipeline";
import { AzureLogger, setLogLevel } from "@azure/logger";
import { afterEach, expect, test } from "vitest";
import { type ChatRetryEvent, ChatServiceError } from "../src/index.ts";
import { scripted, secret } from "./support/scripted.ts";

const original = AzureLogger.log;
afterEach(() => {
  setLogLevel(undefined as never);
  AzureLogger.log = original;
});

async function logged(run: () => Promise<unknown>): Promise<string> {
  const lines: unknown[] = [];
  AzureLogger.log = (...args) => lines.push(...args);
  setLogLevel("verbose");
  await run();
  return lines.map(String).join("\n");
}

test("logs requests and responses without token, content, unknown headers and parameters", async () => {
  const { thread } = scripted([
    { status: 503, headers: { "MS-CV": "correlation.0", "X-Secret-Answer": "hidden-answer" } },
    { body: { value: [], private: "hidden-body" } },
  ]);
  const text = await logged(() =>
    thread
      .listMessages({
        startTime: new Date(0),
        requestOptions: { customHeaders: { "x-private": "hidden-header" } },
      })
      .toArray(),
  );
  expect(text).toContain("azure:acs-chat:info");
  expect(text).toContain("/chat/threads/");
  expect(text).toContain("correlation.0");
  expect(text).toContain("api-version=2025-03-15");
  expect(text).toContain("startTime=REDACTED");
  for (const hidden of [secret, "hidden-header", "hidden-answer", "hidden-body", "1970"])
    expect(text).not.toContain(hidden);
});

test("does not log the content of a message, nor the token of a failed call", async () => {
  const { thread } = scripted([{ status: 401 }]);
  const text = await logged(async () => {
    await expect(thread.sendMessage({ content: "hidden-content" })).rejects.toBeInstanceOf(
      ChatServiceError,
    );
  });
  expect(text).toContain("401");
  for (const hidden of [secret, "hidden-content"]) expect(text).not.toContain(hidden);
});

test("logs additional allowed names", async () => {
  const { thread } = scripted([{ status: 204 }], {
    loggingOptions: { additionalAllowedHeaderNames: ["x-mine"] },
  });
  const text = await logged(() =>
    thread.deleteMessage("1", { requestOptions: { customHeaders: { "x-mine": "shown" } } }),
  );
  expect(text).toContain("shown");
});

test("passes no token to onRetry", async () => {
  const told: string[] = [];
  const onRetry = ({ error, ...event }: ChatRetryEvent) => {
    const headers = (error as RestError).request?.headers.toJSON();
    told.push(inspect([event, error, headers], { depth: 9, showHidden: true }));
  };
  const { thread } = scripted([Object.assign(new Error("cut"), { code: "ECONNRESET" })], {
    retryOptions: { maxRetries: 1, onRetry },
  });
  await expect(thread.getProperties()).rejects.toBeInstanceOf(ChatServiceError);
  const safe = thread.sendMessage({ content: "c" }, { safeRetry: true });
  await expect(safe).rejects.toBeInstanceOf(ChatServiceError);
  expect(told.length).toBeGreaterThanOrEqual(2);
  for (const text of told) {
    expect(text).toContain("x-ms-client-request-id");
    expect(text).not.toContain(secret);
  }
});
