import { expect, test } from "vitest";
import { sendIdKey } from "../src/index.ts";
import { type ScriptedAnswer, scripted, type SentRequest } from "./support/scripted.ts";

/** A service that keeps what it was sent, and fails as it is told. */
function keeping(
  faults: ("ok" | "commit-then-503" | "lost-before" | "commit-then-lost" | "garbled" | 429 | 403)[],
) {
  const kept: { id: string; metadata: Record<string, string> }[] = [];
  const older = Array.from({ length: 120 }, (_, index) => ({
    id: String(1000 + index),
    metadata: {},
  }));
  let sends = 0;
  const lost = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  const answer = (request: SentRequest): ScriptedAnswer => {
    if (request.method === "GET") {
      const value = [...older, ...kept].toReversed().map(({ id, metadata }) => ({
        id,
        version: id,
        sequenceId: "1",
        type: "text",
        createdOn: "2026-01-01T00:00:00Z",
        metadata,
      }));
      return { body: { value: value.slice(0, Number(request.query["maxPageSize"])) } };
    }
    const fault = faults[Math.min(sends++, faults.length - 1)]!;
    const commit = () => {
      const id = String(1_700_000_000_000 + sends);
      kept.push({ id, metadata: (request.body as { metadata: Record<string, string> }).metadata });
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
        return { status: 503 };
      case "commit-then-lost":
        commit();
        throw lost;
      case "lost-before":
        throw lost;
      default:
        return { status: fault };
    }
  };
  const { thread, sent } = scripted([answer]);
  return { thread, sent, kept, sends: () => sends };
}

test("without a failure it costs one request, and the id travels beside the caller's metadata", async () => {
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

test.each(["commit-then-503", "commit-then-lost", "garbled"] as const)(
  "%s: the message is found and not sent again",
  async (fault) => {
    const { thread, kept, sends } = keeping([fault, "ok"]);
    expect(await thread.sendMessage({ content: "c" }, { safeRetry: true })).toEqual({
      id: kept[0]!.id,
    });
    expect(kept).toHaveLength(1);
    expect(sends()).toBe(1);
  },
);

test("what was lost on the way is sent again under the same id", async () => {
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

test("a refusal is final and needs no look", async () => {
  const { thread, sent } = keeping([403]);
  await expect(thread.sendMessage({ content: "c" }, { safeRetry: true })).rejects.toMatchObject({
    statusCode: 403,
  });
  expect(sent).toHaveLength(1);
});

test("the last attempt, too, is looked for before it is given up", async () => {
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
