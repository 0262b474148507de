import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followEmulator } from "./world.ts";

/** The pending responses. Calling one sends it. */
let answers: (() => void)[];
let tell: (event: string, data: object) => void;
const threads = ["19:a", "19:b"].map((id, index) => ({
  id,
  lastMessageOn: 2 - index,
  participants: [],
}));
const OTHER = { "/threads": threads, "/users": [], "/health": { now: new Date(9).toISOString() } };

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  const events = new TransformStream<string, string>();
  const writer = events.writable.getWriter();
  tell = (event, data) => void writer.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  vi.stubGlobal("fetch", (url: string) => {
    const path = url.replace("/_emulator", "") as keyof typeof OTHER | "/events";
    if (path === "/events") {
      return Promise.resolve(new Response(events.readable.pipeThrough(new TextEncoderStream())));
    }
    const response = Response.json(OTHER[path]);
    return new Promise((resolve) => answers.push(() => resolve(response)));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const answerAll = (): void => {
  for (const answer of answers.splice(0)) answer();
};

test("a response that is older than a message event does not undo the event's changes", async () => {
  const end = new AbortController();
  const { world, reach } = followEmulator(end.signal);
  const order = () => world.value.threads.map(({ id, lastMessageOn }) => [id, lastMessageOn]);
  tell("hello", {});
  await vi.waitUntil(() => answers.length === 3);
  answerAll();
  await vi.waitUntil(() => world.value.threads.length === 2);
  expect(order()).toEqual([
    ["19:a", 2],
    ["19:b", 1],
  ]);
  // Starts a refresh, whose responses are sent only after the message event.
  tell("hello", {});
  await vi.waitUntil(() => answers.length === 3);
  tell("chat", { type: "chatMessageReceived", threadId: "19:b", lastMessageOn: 50 });
  tell("control", { path: "/_emulator/clock" });
  // Events are processed in order, so the message event was processed when the requests of this one are pending.
  await vi.waitUntil(() => answers.length === 6);
  answerAll();
  await vi.waitUntil(() => reach.value === "online");
  await vi.waitUntil(() => world.value.health?.now === new Date(50).toISOString());
  expect(order()).toEqual([
    ["19:b", 50],
    ["19:a", 2],
  ]);
  end.abort();
});
