import { expect, test } from "vitest";
import { ChatArgumentError, type ChatClientOptions, sendIdKey } from "../src/index.ts";
import { endpoint, type ScriptedAnswer, scripted, type SentRequest } from "./support/scripted.ts";

/**
 * Creates a client of a service that stores sent messages and injects the given faults.
 *
 * @param others - the number of messages that other users send after each failed send
 * @param options - the client's options; `search` is the status code of the response to a search
 */
function keeping(
  faults: ("ok" | "commit-then-503" | "lost-before" | "commit-then-lost" | "garbled" | 429 | 403)[],
  others = 0,
  { search = 200, ...options }: ChatClientOptions & { search?: number } = {},
) {
  type Kept = { id: string; metadata: Record<string, string> };
  const kept: Kept[] = [];
  // One message every ten seconds, ending two minutes before the sends, and so before the range of a search.
  const thread: Kept[] = Array.from({ length: 500 }, (_, index) => ({
    id: String(1_699_999_880_000 - (500 - index) * 10_000),
    metadata: {},
  }));
  let sends = 0;
  const lost = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  const arrive = () => {
    for (let number = 1; number <= others; number += 1) {
      thread.push({ id: String(1_700_000_010_000 + number), metadata: {} });
    }
  };
  const answer = (request: SentRequest): ScriptedAnswer => {
    if (request.method === "GET") {
      if (search !== 200) return { status: search };
      const start = Number(request.query["cursor"] ?? 0);
      const end = start + Number(request.query["maxPageSize"] ?? 50);
      const newestFirst = thread.toReversed().slice(start, end);
      const value = newestFirst.map(({ id, metadata }) => ({
        id,
        version: id,
        sequenceId: "1",
        type: "text",
        createdOn: "2026-01-01T00:00:00Z",
        metadata,
      }));
      const nextLink = `${endpoint}${request.path}?cursor=${end}`;
      return { body: { value, ...(end < thread.length && { nextLink }) } };
    }
    const fault = faults[Math.min(sends++, faults.length - 1)]!;
    const commit = () => {
      const id = String(1_700_000_000_000 + sends);
      const { metadata } = request.body as Kept;
      kept.push({ id, metadata });
      thread.push({ id, metadata });
      return id;
    };
    switch (fault) {
      case "ok":
        return { status: 201, body: { id: commit() } };
      case "garbled":
        commit();
        return { status: 201, text: '{"id":"17' };
      case "commit-then-503":
        commit();
        arrive();
        return { status: 503 };
      case "commit-then-lost":
        commit();
        throw lost;
      case "lost-before":
        arrive();
        throw lost;
      default:
        return { status: fault };
    }
  };
  const { thread: client, sent } = scripted([answer], options);
  const reads = () => sent.filter(({ method }) => method === "GET").length;
  return { thread: client, sent, kept, reads, sends: () => sends };
}

test("sends one request if nothing fails, with the id in the metadata", async () => {
  const { thread, sent } = keeping(["ok"]);
  const { id } = await thread.sendMessage(
    { content: "c" },
    { safeRetry: true, metadata: { mine: "1" } },
  );
  expect(id).toBe("1700000000001");
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toEqual({
    content: "c",
    metadata: { mine: "1", [sendIdKey]: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
});

test("keeps a send id that the caller's metadata contains, and finds the message by it", async () => {
  const { thread, kept, sends } = keeping(["commit-then-503"]);
  const metadata = { [sendIdKey]: "mine-1" };
  const { id } = await thread.sendMessage({ content: "c" }, { safeRetry: true, metadata });
  expect(kept).toEqual([{ id, metadata }]);
  expect(sends()).toBe(1);
});

test.each(["commit-then-503", "commit-then-lost", "garbled"] as const)(
  "finds the message and does not send it again after %s",
  async (fault) => {
    const { thread, kept, sends } = keeping([fault, "ok"]);
    expect(await thread.sendMessage({ content: "c" }, { safeRetry: true })).toEqual({
      id: kept[0]!.id,
    });
    expect(kept).toHaveLength(1);
    expect(sends()).toBe(1);
  },
);

test("sends a lost message again with the same id", async () => {
  const { thread, kept, sent } = keeping(["lost-before", 429, "ok"]);
  expect(await thread.sendMessage({ content: "c" }, { safeRetry: true })).toEqual({
    id: kept[0]!.id,
  });
  expect(kept).toHaveLength(1);
  const ids = sent
    .filter(({ method }) => method === "POST")
    .map(({ body }) => (body as { metadata: object }).metadata);
  expect(new Set(ids.map((metadata) => JSON.stringify(metadata)))).toHaveLength(1);
  expect(sent.filter(({ method }) => method === "GET")).toHaveLength(1);
});

test("does not search after a rejection", async () => {
  const { thread, sent } = keeping([403]);
  await expect(thread.sendMessage({ content: "c" }, { safeRetry: true })).rejects.toMatchObject({
    statusCode: 403,
  });
  expect(sent).toHaveLength(1);
});

test("searches after the last attempt, too", async () => {
  const lost = "lost-before" as const;
  const found = keeping([lost, lost, lost, "commit-then-503"]);
  expect(await found.thread.sendMessage({ content: "c" }, { safeRetry: true })).toEqual({
    id: found.kept[0]!.id,
  });
  const gone = keeping([lost]);
  await expect(
    gone.thread.sendMessage({ content: "c" }, { safeRetry: true }),
  ).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(gone.sends()).toBe(4);
  expect(gone.kept).toEqual([]);
});

test("finds the message below newer messages of others", async () => {
  const { thread, kept, reads } = keeping(["commit-then-503", "ok"], 120);
  expect(await thread.sendMessage({ content: "c" }, { safeRetry: true })).toEqual({
    id: kept[0]!.id,
  });
  expect(kept).toHaveLength(1);
  expect(reads()).toBe(3);
});

test("stops searching at messages from before the send", async () => {
  const { thread, kept, reads } = keeping(["lost-before", "ok"], 60);
  await thread.sendMessage({ content: "c" }, { safeRetry: true });
  expect(kept).toHaveLength(1);
  // 60 messages of other users fill two pages. The remaining 440 are not read.
  expect(reads()).toBe(2);
});

test("throws the error of the send if the search fails", async () => {
  const { thread, kept, sends } = keeping(["commit-then-503"], 0, { search: 403 });
  const sent = thread.sendMessage({ content: "c" }, { safeRetry: true });
  await expect(sent).rejects.toMatchObject({ statusCode: 503, code: "ServiceUnavailable" });
  expect([sends(), kept.length]).toEqual([1, 1]);
});

test("rejects an API version without metadata, because the search could not find the message", async () => {
  const { thread, sent } = keeping(["ok"], 0, { apiVersion: "2021-03-07" });
  const safe = thread.sendMessage({ content: "c" }, { safeRetry: true });
  await expect(safe).rejects.toBeInstanceOf(ChatArgumentError);
  await expect(safe).rejects.toMatchObject({ argument: "options.apiVersion" });
  expect(sent).toEqual([]);
  for (const apiVersion of ["2021-09-07", "2025-03-15"]) {
    const { thread: later } = keeping(["commit-then-503"], 0, { apiVersion });
    await later.sendMessage({ content: "c" }, { safeRetry: true });
  }
});
