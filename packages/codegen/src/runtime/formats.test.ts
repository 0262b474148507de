import { Readable } from "node:stream";
import {
  createEmptyPipeline,
  createHttpHeaders,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import type { ClientContext } from "./context.ts";
import { jsonData, serverSentEvents } from "./events.ts";
import { callForStream, jsonLines } from "./lines.ts";
import { readNumber, readObject, type ValueReader } from "./read.ts";
import { callForXml, xmlErrors, xmlOf, type XmlShape } from "./xml.ts";

/** Creates a context with the given responses, which records its requests. */
function answering(
  response: Partial<PipelineResponse>,
): ClientContext & { asked: PipelineRequest[] } {
  const asked: PipelineRequest[] = [];
  return {
    asked,
    endpoint: "https://example.com",
    pipeline: createEmptyPipeline(),
    validateResponses: true,
    warn() {},
    httpClient: {
      async sendRequest(request) {
        asked.push(request);
        return { request, status: 200, headers: createHttpHeaders(), ...response };
      },
    },
  };
}

const request = { operation: "listen", method: "GET", url: "/x" } as const;

const readAge: ValueReader<{ age: number }> = (value, walk) => {
  const object = readObject<{ age: number }>(value, walk);
  readNumber(object.age, walk, "age");
  return object;
};

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const streamed = (text: string) => ({ readableStreamBody: Readable.from([text]) });

test("reads typed lines, and streams only successful responses", async () => {
  const context = answering(streamed('{"age":1}\n{"age":2}'));
  const lines = await callForStream<AsyncIterable<unknown>>(context, {}, request, {
    200: jsonLines(readAge),
  });
  expect(await all(lines)).toEqual([{ age: 1 }, { age: 2 }]);
  expect(context.asked[0]?.streamResponseStatusCodes).toEqual(new Set([200]));
});

test.each([
  [
    "has a value of an unexpected type",
    '{"age":1}\n{"age":"two"}',
    '$.age should be a number, but is "two"',
  ],
  ["is not JSON", '{"age":1}\nnonsense', '"nonsense" is not JSON'],
])(
  "ends the loop with an error that names the operation if a line %s",
  async (_, text, message) => {
    const lines = await callForStream<AsyncIterable<unknown>>(
      answering(streamed(text)),
      {},
      request,
      {
        200: jsonLines(readAge),
      },
    );
    await expect(all(lines)).rejects.toMatchObject({
      name: "RestError",
      message: `listen: unexpected response: ${message}`,
      statusCode: 200,
    });
  },
);

test("reports a broken connection with its own error", async () => {
  const broken = Readable.from(
    (async function* () {
      yield '{"age":1}\n';
      throw new Error("socket hang up");
    })(),
  );
  const lines = await callForStream<AsyncIterable<unknown>>(
    answering({ readableStreamBody: broken }),
    {},
    request,
    { 200: jsonLines(readAge) },
  );
  await expect(all(lines)).rejects.toThrow(/^socket hang up$/);
});

test("closes the connection when the loop is left", async () => {
  const body = Readable.from(['data: {"age":1}\n\n', 'data: {"age":2}\n\n']);
  const events = await callForStream<AsyncIterable<unknown>>(
    answering({ readableStreamBody: body }),
    {},
    request,
    { 200: serverSentEvents([{ read: jsonData(readAge) }]) },
  );
  for await (const event of events) {
    expect(event).toEqual({ event: "message", data: { age: 1 } });
    break;
  }
  expect(body.destroyed).toBe(true);
});

const shape: XmlShape = {
  name: "Pet",
  properties: [{ key: "age", name: "Age", value: "number" }],
};

test("reads XML with the types of the model", async () => {
  const context = answering({ bodyAsText: "<Pet><Age>4</Age></Pet>" });
  await expect(callForXml(context, {}, request, { 200: xmlOf(shape, readAge) })).resolves.toEqual({
    age: 4,
  });
});

test.each([
  ["lacks a required property", "<Pet/>", "$.age should be a number, but is missing"],
  ["is cut off", "<Pet><Age>", "XML: <Age> is not closed at character 10"],
])("reports XML that %s with an error that names the operation", async (_, bodyAsText, message) => {
  const call = callForXml(answering({ bodyAsText }), {}, request, { 200: xmlOf(shape, readAge) });
  await expect(call).rejects.toMatchObject({ message: `listen: unexpected response: ${message}` });
});

async function errorDetails(bodyAsText: string): Promise<unknown> {
  const context = answering({ status: 400, bodyAsText });
  const failing = { ...request, parseError: xmlErrors(shape) };
  const call = callForXml(context, {}, failing, { 200: xmlOf(shape, readAge) });
  return call.catch((error: unknown) => (error as { details: unknown }).details);
}

test("reads an error in XML with its model, and returns other error bodies as text", async () => {
  expect(await errorDetails("<Problem><Age>4</Age></Problem>")).toEqual({ age: 4 });
  expect(await errorDetails("<html><br></html>")).toBe("<html><br></html>");
});
