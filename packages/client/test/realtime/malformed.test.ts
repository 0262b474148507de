import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anyText } from "../support/any-text.ts";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { only, setUp } from "./support/start.ts";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const rejections: unknown[] = [];
const onRejection = (reason: unknown) => void rejections.push(reason);
beforeAll(() => void process.on("unhandledRejection", onRejection));
afterAll(() => void process.off("unhandledRejection", onRejection));

const deep = (depth: number) => `${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`;
const valid = `3:::${JSON.stringify({ id: 1, headers: { "MS-CV": "x" }, body: JSON.stringify(messagePayload(1)) })}`;

/** A valid frame with some characters replaced, cut or repeated. */
const damaged = fc
  .tuple(fc.nat(valid.length), fc.nat(40), fc.string())
  .map(([from, length, text]) => valid.slice(0, from) + text + valid.slice(from + length));
const odd = fc.oneof(fc.jsonValue(), fc.nat(200).map(deep), fc.constant('{"__proto__":{"a":1}}'));
const notification = fc
  .record({
    id: odd,
    headers: odd,
    body: fc.oneof(
      odd,
      odd.map((value) => JSON.stringify(value)),
    ),
  })
  .map((frame) => `3:::${JSON.stringify(frame)}`);
const named = fc
  .tuple(fc.constantFrom("trouter.connected", "trouter.message_loss", "other"), odd)
  .map(([name, args]) => `5:::${JSON.stringify({ name, args })}`);
const deepFrame = fc
  .tuple(
    fc.constantFrom('3:::{"id":1,"headers":', '5:::{"name":"trouter.message_loss","args":'),
    fc.integer({ min: 1, max: 1000 }),
  )
  .map(([start, depth]) => `${start}${deep(depth)}}`);
const event = fc
  .tuple(
    fc.constantFrom(200, 245, 246, 247, 248, 250, 251, 257, 258, 259, 260, 261),
    fc.string(),
    odd,
  )
  .map(([eventId, text, value]) => {
    const body = {
      ...messagePayload(1),
      eventId,
      messageId: text,
      streaming: JSON.stringify(value),
      properties: text,
    };
    return `3:::${JSON.stringify({ id: text, body: JSON.stringify(body) })}`;
  });
const frame = fc.oneof(
  { weight: 9, arbitrary: damaged },
  { weight: 9, arbitrary: notification },
  { weight: 9, arbitrary: event },
  { weight: 2, arbitrary: named },
  { weight: 2, arbitrary: anyText() },
  {
    weight: 1,
    arbitrary: fc.constantFrom("0::", "6:::99", "2::", "5:::", "8::", "7::", "x"),
  },
  { weight: 1, arbitrary: deepFrame },
);

/** The number of frames. LONG_TESTS=true sends ten times as many. */
const numRuns = process.env["LONG_TESTS"] === "true" ? 10_000 : 1000;

it(`handles ${numRuns} malformed frames without crash, hang, unhandled rejection or memory growth`, async () => {
  const { notifications, service, time, heard, lines } = setUp();
  await notifications.start();
  gc();
  const before = process.memoryUsage().heapUsed;
  const frames = fc.sample(frame, { numRuns, seed: 19 });
  let reconnections = 0;
  for (const text of frames) {
    const socket = service.sockets.at(-1)!;
    if (!socket.open) {
      reconnections += 1;
      while (notifications.state !== "connected") await time.advance(30_000);
    }
    service.sockets.at(-1)!.send(text);
    // Removes the records of the fake service and the listeners, which are not memory of the client.
    heard.length = lines.length = service.requests.length = socket.received.length = 0;
    service.sockets.splice(0, service.sockets.length - 1);
  }
  while (notifications.state !== "connected") await time.advance(30_000);
  expect(reconnections).toBeGreaterThan(numRuns / 500);
  expect(time.pending).toBeLessThan(10);
  frames.length = 0;
  gc();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000);
  service.sockets.at(-1)!.notify(1_000_001, messagePayload(2));
  expect(only(heard, "chatMessageReceived")).toHaveLength(1);
  await notifications.stop();
  await settle();
  expect([time.pending, rejections]).toEqual([0, []]);
});

it("reports a deeply nested frame, closes the connection and reconnects", async () => {
  const { notifications, service, time, heard } = setUp();
  await notifications.start();
  service.sockets[0]!.send(`5:::{"name":"trouter.message_loss","args":${deep(100_000)}}`);
  expect(service.sockets[0]!.open).toBe(false);
  await time.advance(5000);
  const lost = only(heard, "stateChanged").find(({ state }) => state === "reconnecting");
  expect(lost?.error).toMatchObject({
    code: "InvalidAnswer",
    message: "A frame of the service cannot be read: the JSON nests deeper than 100 levels",
  });
  expect(notifications.state).toBe("connected");
  await notifications.stop();
});

it("announces an event with deeply nested content as a loss, and stays connected", async () => {
  const { notifications, service, heard } = setUp();
  await notifications.start();
  service.sockets[0]!.notify(1, messagePayload(1, { acsChatMessageMetadata: deep(1000) }));
  expect(only(heard, "error")).toMatchObject([{ code: "InvalidAnswer" }]);
  expect(only(heard, "resyncRequired")).toMatchObject([{ reason: "messageLoss" }]);
  expect(notifications.state).toBe("connected");
  await notifications.stop();
});
