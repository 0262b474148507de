import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { createDefaultHttpClient, createPipelineRequest } from "@azure/core-rest-pipeline";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileContents } from "./multipart.ts";
import { sendable } from "./uploads.ts";

const received: string[] = [];
const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  request.on("end", () => {
    received.push(text);
    response.end();
  });
});

beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
afterAll(() => new Promise<void>((done) => server.close(() => done())));

async function send(contents: FileContents, times = 1): Promise<string[]> {
  received.length = 0;
  const { port } = server.address() as AddressInfo;
  const body = sendable(contents);
  for (let sent = 0; sent < times; sent++) {
    const url = `http://127.0.0.1:${port}/`;
    const request = createPipelineRequest({
      url,
      method: "PUT",
      body,
      allowInsecureConnection: true,
    });
    await createDefaultHttpClient().sendRequest(request);
  }
  return received;
}

const bytes = new TextEncoder().encode("bytes");

test.each<[string, () => FileContents]>([
  ["bytes", () => bytes],
  ["a blob", () => new Blob([bytes])],
  ["a web stream", () => new Blob([bytes]).stream()],
  ["a Node stream", () => Readable.from([bytes])],
])("sends %s as a whole body", async (_, contents) => {
  expect(await send(contents())).toEqual(["bytes"]);
});

test.each<[string, () => FileContents]>([
  ["bytes", () => bytes],
  ["a blob", () => new Blob([bytes])],
  ["a function that opens a web stream", () => () => new Blob([bytes]).stream()],
  ["a function that opens a Node stream", () => () => Readable.from([bytes])],
])("sends %s again for a retry", async (_, contents) => {
  expect(await send(contents(), 2)).toEqual(["bytes", "bytes"]);
});
