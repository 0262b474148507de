import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChatEventItem, ChatEventsOptions } from "./events.ts";
import { createEventStream, type EventStream } from "./event-stream.ts";

const item = (number: number, more: object = {}): ChatEventItem =>
  ({ type: "chatMessageReceived", event: { id: String(number), threadId: "a", ...more } }) as never;
const gap: ChatEventItem = {
  type: "resyncRequired",
  event: { since: new Date(7), reason: "disconnected" },
};

function setUp(options: ChatEventsOptions = {}) {
  let now = 1000;
  const streams = new Set<EventStream>();
  const iterator = createEventStream(options, () => now++, streams);
  const [end] = streams;
  const stream = { ...end!, iterator };
  const read = async (count: number) => {
    const items: unknown[] = [];
    while (items.length < count) items.push((await stream.iterator.next()).value);
    return items;
  };
  return { stream, read, isThere: () => streams.size > 0 };
}

describe("a stream of events", () => {
  it("returns waiting events first, then new ones, in order", async () => {
    const { stream, read } = setUp();
    stream.push(item(1));
    stream.push(gap);
    const reading = read(4);
    stream.push(item(2));
    await new Promise((resolve) => setImmediate(resolve));
    stream.push(item(3));
    expect(await reading).toEqual([item(1), gap, item(2), item(3)]);
  });

  it("serves several waiting readers in order", async () => {
    const { stream } = setUp();
    const readers = [stream.iterator.next(), stream.iterator.next()];
    stream.push(item(1));
    stream.push(item(2));
    expect((await Promise.all(readers)).map(({ value }) => value as unknown)).toEqual([
      item(1),
      item(2),
    ]);
  });

  it("leaves out other threads and types, but never a gap", async () => {
    const { stream, read } = setUp({ threadId: "a", types: ["chatMessageReceived"] });
    stream.push(item(1, { threadId: "b" }));
    stream.push({ ...item(2), type: "chatMessageEdited" } as ChatEventItem);
    stream.push(gap);
    stream.push(item(3));
    expect(await read(2)).toEqual([gap, item(3)]);
  });

  it("replaces dropped events with one gap", async () => {
    const { stream, read } = setUp({ bufferSize: 2 });
    for (const number of [1, 2, 3, 4]) stream.push(item(number));
    const overflow = {
      type: "resyncRequired",
      event: { since: new Date(1000), reason: "bufferOverflow" },
    };
    expect(await read(3)).toEqual([overflow, item(3), item(4)]);
    stream.push(item(5));
    expect(await read(1)).toEqual([item(5)]);
  });

  it("keeps the time of a dropped gap", async () => {
    const { stream, read } = setUp({ bufferSize: 1 });
    stream.push(gap);
    stream.push(item(1));
    expect(await read(1)).toMatchObject([{ event: { since: new Date(7) } }]);
  });

  it("never exceeds its limit, and reports every loss", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.boolean(), { maxLength: 60 }),
        async (bufferSize, steps) => {
          const { stream } = setUp({ bufferSize });
          let pushed = 0;
          let waiting = 0;
          let last = 0;
          let announced = false;
          const wrong: string[] = [];
          for (const push of steps) {
            if (push) {
              stream.push(item(++pushed));
              waiting += 1;
            } else if (waiting > 0) {
              const { value } = (await stream.iterator.next()) as { value: ChatEventItem };
              if (value.type === "resyncRequired") {
                announced = true;
                waiting = Math.min(waiting, bufferSize);
                continue;
              }
              waiting = Math.min(waiting, bufferSize + 1) - 1;
              const number = Number((value.event as { id: string }).id);
              if (number !== last + 1 && !announced) wrong.push(`${last} then ${number}`);
              if (number <= last) wrong.push(`${number} after ${last}`);
              last = number;
              announced = false;
            }
          }
          expect(wrong).toEqual([]);
        },
      ),
    );
  });

  it("ends with the signal immediately, without the waiting events", async () => {
    const controller = new AbortController();
    const { stream, isThere } = setUp({ signal: controller.signal });
    stream.push(item(1));
    controller.abort();
    stream.push(item(2));
    expect(await stream.iterator.next()).toEqual({ done: true, value: undefined });
    expect(isThere()).toBe(false);
    const after = setUp({ signal: controller.signal });
    expect((await after.stream.iterator.next()).done).toBe(true);
  });

  it("ends for a waiting reader", async () => {
    const { stream } = setUp();
    const waiting = stream.iterator.next();
    stream.end();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it("returns waiting events before it ends, and its error once", async () => {
    const { stream, read } = setUp();
    stream.push(item(1));
    stream.end(new Error("given up"));
    expect(await read(1)).toEqual([item(1)]);
    await expect(stream.iterator.next()).rejects.toThrow("given up");
    expect((await stream.iterator.next()).done).toBe(true);
  });

  it("is released when a loop ends", async () => {
    const { stream, isThere } = setUp();
    stream.push(item(1));
    for await (const one of stream.iterator) {
      expect(one).toEqual(item(1));
      break;
    }
    expect(isThere()).toBe(false);
  });
});
