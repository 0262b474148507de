import { describe, expect, it } from "vitest";
import { startChat } from "../../test/support/chat.ts";
import { type RequestLogEntry, createRequestLog } from "./request-log.ts";

const exchange = (
  target: string,
  status = 200,
): Parameters<ReturnType<typeof createRequestLog>["record"]>[0] => ({
  at: 1,
  milliseconds: 2,
  request: { method: "GET", target, scheme: "http", headers: {}, body: new Uint8Array() },
  outcome: { status, headers: {} },
});

describe("the request log", () => {
  it("keeps the newest entries in order and continues their numbers", () => {
    const log = createRequestLog(3);
    for (let n = 1; n <= 10; n++) log.record(exchange(`/${n}`));
    expect(log.list().map(({ target }) => target)).toEqual(["/8", "/9", "/10"]);
    expect(log.list({ limit: 1 }).map(({ number }) => number)).toEqual([10]);
    expect(log.list({ after: 9 }).map(({ number }) => number)).toEqual([10]);
    expect(log.list({ limit: 0 })).toEqual([]);
    log.clear();
    expect(log.list()).toEqual([]);
  });

  it("filters by the properties of a request", async () => {
    await using chat = await startChat();
    const [alice, bob] = [await chat.user(), await chat.user()];
    const thread = await chat.thread(alice);
    await chat.send(alice, thread, "hi");
    await chat.request(bob, "GET", thread);
    await chat.request(undefined, "GET", "/nowhere");
    const { requests } = chat.emulator.control;
    const targets = (filter: object): string[] =>
      requests.list(filter).map(({ method, status }) => `${method} ${status}`);
    expect(targets({})).toEqual(["POST 201", "POST 201", "GET 403", "GET 404"]);
    expect(targets({ operation: "sendChatMessage" })).toEqual(["POST 201"]);
    expect(targets({ method: "get" })).toEqual(["GET 403", "GET 404"]);
    expect(targets({ userId: bob.id })).toEqual(["GET 403"]);
    expect(targets({ status: 404 })).toEqual(["GET 404"]);
    expect(targets({ text: "nowhere" })).toEqual(["GET 404"]);
    const [sent] = requests.list({ operation: "sendChatMessage" });
    expect(sent).toMatchObject({
      apiVersion: "2025-03-15",
      userId: alice.id,
      requestBody: '{"content":"hi"}',
      responseBody: expect.stringMatching(/^\{"id":"\d+"\}$/),
    });
  });

  it("contains no secrets of other systems that a client sends", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const headers = {
      "api-key": "s3cret-1",
      "ocp-apim-subscription-key": "s3cret-2",
      "proxy-authorization": "Basic s3cret-3",
      "x-api-key": "s3cret-4",
      "x-functions-key": "s3cret-5",
      referer: "https://app.example/?access_token=s3cret-6",
    };
    const query = "code=s3cret-7&sig=s3cret-8&subscription-key=s3cret-9&maxPageSize=2";
    await chat.request(alice, "GET", `/chat/threads?${query}`, undefined, { headers });
    const topic = "endpoint=https://x.example/;accesskey=s3cret+10==";
    await chat.request(alice, "POST", "/chat/threads", { topic });
    const text = JSON.stringify(chat.emulator.control.requests.list());
    expect(text).not.toContain("s3cret");
    expect(text).toContain("maxPageSize=2");
    expect(text).toContain("accesskey=<secret>");
  });

  it("contains no tokens and no keys, wherever they were sent", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const headers = { "x-skypetoken": alice.token, cookie: "secret-cookie" };
    await chat.request(alice, "GET", `/chat/threads?token=${alice.token}`, undefined, { headers });
    const topic = `my token is ${alice.token}`;
    await chat.request(alice, "POST", "/chat/threads", { topic });
    const text = JSON.stringify(chat.emulator.control.requests.list());
    expect(text).toContain("my token is <token>");
    for (const part of alice.token.split(".")) expect(text).not.toContain(part);
    expect(text).not.toContain("secret-cookie");
  });

  it("contains the longest message in full, and the size of bodies that are cut", async () => {
    await using chat = await startChat();
    const alice = await chat.user();
    const thread = await chat.thread(alice);
    const { requests } = chat.emulator.control;
    const newest = (): RequestLogEntry => requests.list({ limit: 1 })[0]!;
    const content = "\u00FC".repeat(14 * 1024);
    await chat.send(alice, thread, content);
    expect(newest().requestBody === JSON.stringify({ content })).toBe(true);
    expect(newest()).not.toHaveProperty("requestBodyCutFrom");
    expect(newest()).not.toHaveProperty("responseBodyCutFrom");

    const long = JSON.stringify({ content: "\u00FC".repeat(50_000) });
    await chat.request(alice, "POST", `${thread}/messages`, long);
    const bytes = Buffer.byteLength(long);
    expect(newest()).toMatchObject({ status: 413, requestBodyCutFrom: bytes });
    // No part of a character at the end.
    expect(long.startsWith(newest().requestBody!)).toBe(true);
    expect(64 * 1024 - Buffer.byteLength(newest().requestBody!)).toBeLessThan(2);

    const { text } = await chat.request(alice, "GET", `${thread}/messages`);
    expect(newest().responseBodyCutFrom).toBe(Buffer.byteLength(text));
    expect(text.startsWith(newest().responseBody!)).toBe(true);
    expect(16 * 1024 - Buffer.byteLength(newest().responseBody!)).toBeLessThan(2);
  });

  it("notifies listeners of each entry", () => {
    const log = createRequestLog();
    const heard: RequestLogEntry[] = [];
    const end = log.subscribe((entry) => heard.push(entry));
    log.record(exchange("/1"));
    end();
    log.record(exchange("/2"));
    expect(heard).toEqual(log.list().slice(0, 1));
  });

  it("throws the error of a listener outside of the request", async () => {
    const log = createRequestLog();
    const heard: RequestLogEntry[] = [];
    const thrown: unknown[] = [];
    log.subscribe(() => {
      throw new Error("expected 201");
    });
    log.subscribe((entry) => heard.push(entry));
    // The test runner's own listeners would fail the test.
    const others = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    process.once("uncaughtException", (error) => thrown.push(error));
    try {
      log.record(exchange("/1"));
      await new Promise(setImmediate);
    } finally {
      for (const other of others) process.on("uncaughtException", other);
    }
    expect(heard).toHaveLength(1);
    expect(thrown).toEqual([new Error("expected 201")]);
  });
});
