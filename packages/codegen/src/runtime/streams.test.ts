import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { eventsOf, type ServerSentEvent } from "./events.ts";
import { jsonLinesOf, linesOf, writeJsonLines } from "./lines.ts";

async function* chunks(text: string, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  let from = 0;
  for (const end of ends.toSorted((left, right) => left - right)) {
    yield bytes.slice(from, end);
    from = end;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const request = createPipelineRequest({ url: "https://example.com" });
const source = {
  context: { validateResponses: true, warn() {} },
  operation: "listen",
  response: { request, status: 200, headers: createHttpHeaders() },
};
const cuts = fc.array(fc.nat(), { maxLength: 8 });

test("finds the same lines for any chunks, even if characters and line ends are split", async () => {
  const text = "é\r\nb\n\nc\rd\r\n€";
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => {
      expect(await all(linesOf(chunks(text, at)))).toEqual(["é", "b", "", "c", "d", "€"]);
    }),
  );
});

test("does not treat a final line end as another line", async () => {
  expect(await all(linesOf(chunks("a\n")))).toEqual(["a"]);
  expect(await all(linesOf(chunks("a\r")))).toEqual(["a"]);
});

test("reads the JSON lines that it writes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), cuts, async (values, at) => {
      const expected: unknown = JSON.parse(JSON.stringify(values));
      const read = await all(
        jsonLinesOf(chunks(writeJsonLines(values), at), source, (value) => value),
      );
      expect(read).toEqual(expected);
    }),
  );
});

const plain = [{ read: (data: string) => data }];
const read = (text: string, end?: string): Promise<ServerSentEvent<string>[]> =>
  all(eventsOf(chunks(text), source, plain, end));

test("reads fields, comments and several lines of data", async () => {
  const text =
    "\uFEFF: a comment\nevent: note\ndata: one\ndata:  two\nid: 7\nretry: 20\n\ndata\n\n";
  expect(await read(text)).toEqual([
    { event: "note", data: "one\n two", id: "7", retry: 20 },
    { event: "message", data: "", id: "7" },
  ]);
});

test("ignores events without data, unfinished events and unknown fields", async () => {
  expect(await read("event: empty\n\nother: x\ndata: a\n\ndata: unfinished\n")).toEqual([
    { event: "message", data: "a" },
  ]);
});

test("ignores ids with a NUL and retries that are not numbers", async () => {
  expect(await read("id: a\0b\nretry: soon\ndata: x\n\n")).toEqual([
    { event: "message", data: "x" },
  ]);
});

test("ends at the terminal event and closes the stream", async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield* chunks("data: a\n\ndata: [DONE]\n\n");
    } finally {
      closed = true;
    }
  }
  expect(await all(eventsOf(endless(), source, plain, "[DONE]"))).toEqual([
    { event: "message", data: "a" },
  ]);
  expect(closed).toBe(true);
});

test("reads each event with the reader for its type", async () => {
  const readers = [
    { event: "number", read: Number },
    { event: "message", read: (data: string) => data },
  ];
  const text = "event: number\ndata: 4\n\ndata: four\n\nevent: other\ndata: x\n\n";
  expect(await all(eventsOf<unknown>(chunks(text), source, readers))).toEqual([
    { event: "number", data: 4 },
    { event: "message", data: "four" },
  ]);
});
