import { Readable } from "node:stream";
import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { afterEach, describe, expect, test, vi } from "vitest";
import { binaryOf } from "./bytes.ts";

afterEach(() => vi.unstubAllGlobals());

const content = new Uint8Array([0, 255, 128, 10]);

function response(body: Partial<PipelineResponse>): PipelineResponse {
  return {
    request: createPipelineRequest({ url: "https://example.com" }),
    status: 200,
    headers: createHttpHeaders({ "content-type": "image/png" }),
    ...body,
  };
}

const bodies: readonly [string, () => Partial<PipelineResponse>][] = [
  [
    "a Node stream",
    () => ({ readableStreamBody: Readable.from([content.slice(0, 1), content.slice(1)]) }),
  ],
  ["a web stream", () => ({ browserStreamBody: new Blob([content]).stream() })],
  ["a blob", () => ({ blobBody: Promise.resolve(new Blob([content])) })],
];

describe.each(bodies)("the bytes of %s", (_, body) => {
  test("can be read at once", async () => {
    const result = await binaryOf(response(body()));
    expect(result.contentType).toBe("image/png");
    expect(await result.bytes()).toEqual(content);
  });

  test("can be read as a stream", async () => {
    const stream = (await binaryOf(response(body()))).stream();
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(content);
  });

  test("can be read in chunks, once", async () => {
    const result = await binaryOf(response(body()));
    const found: number[] = [];
    for await (const chunk of result) found.push(...chunk);
    expect(found).toEqual([...content]);
    await expect(result.bytes()).rejects.toThrow(TypeError);
    await expect(result[Symbol.asyncIterator]().next()).rejects.toThrow(TypeError);
  });
});

test("returns no bytes for a response without a body", async () => {
  const none = await binaryOf(response({}));
  expect(await none.bytes()).toEqual(new Uint8Array());
});

test("closes the source when the stream is cancelled", async () => {
  const source = Readable.from([content, content]);
  const result = await binaryOf(response({ readableStreamBody: source }));
  const reader = result.stream().getReader();
  await reader.read();
  await reader.cancel();
  expect(source.destroyed).toBe(true);
});

test("reads a Node stream without Response", async () => {
  vi.stubGlobal("Response", undefined);
  const body = () =>
    response({ readableStreamBody: Readable.from([content.slice(0, 3), content.slice(3)]) });
  expect(await (await binaryOf(body())).bytes()).toEqual(content);
  const found: number[] = [];
  for await (const chunk of await binaryOf(body())) found.push(...chunk);
  expect(found).toEqual([...content]);
  const result = await binaryOf(body());
  expect(() => result.stream()).toThrow(TypeError);
});

test("reads a blob if Response has no stream, as in React Native", async () => {
  const { Response } = globalThis;
  vi.stubGlobal("Response", function withoutStream(given: Blob) {
    return Object.defineProperty(new Response(given), "body", { value: undefined });
  });
  const body = () => response({ blobBody: Promise.resolve(new Blob([content])) });
  expect(await (await binaryOf(body())).bytes()).toEqual(content);
  const found: number[] = [];
  for await (const chunk of await binaryOf(body())) found.push(...chunk);
  expect(found).toEqual([...content]);
  const result = await binaryOf(body());
  expect(() => result.stream()).toThrow(TypeError);
});
