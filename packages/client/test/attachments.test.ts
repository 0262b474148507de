/** Tests that files of attachments are fetched with the user's token, and only from the endpoint's origin. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ChatArgumentError, ChatClient, type ChatThreadClient } from "../src/index.ts";
import { credential, secret, threadId } from "./support/scripted.ts";

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 10, 13]);

let server: Server;
let endpoint: string;
let thread: ChatThreadClient;
let requests: { url: string; authorization: string | undefined }[];
let respond: RequestListener;

beforeEach(async () => {
  requests = [];
  respond = (_, response) => response.setHeader("content-type", "image/png").end(png);
  server = createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push({ url: request.url!, authorization });
    respond(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  thread = clientAt(endpoint);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const clientAt = (url: string) =>
  new ChatClient(url, credential, { retryOptions: { retryDelayInMs: 0 } }).getChatThreadClient(
    threadId,
  );
const attachment = () => ({
  id: "i",
  attachmentType: "image" as const,
  url: `${endpoint}/images/i/views/original?api-version=2024-03-07`,
  previewUrl: `${endpoint}/images/i/views/small?api-version=2024-03-07`,
});

test("fetches a file with the token as bytes, as a Blob and as a stream", async () => {
  expect(await (await thread.downloadAttachment(attachment())).bytes()).toEqual(png);
  const file = await thread.downloadAttachment(attachment());
  expect(file.contentType).toBe("image/png");
  const blob = await file.blob();
  expect(blob.type).toBe("image/png");
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(png);
  const stream = (await thread.downloadAttachment(attachment())).stream();
  expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(png);
  expect(requests).toEqual(
    Array.from({ length: 3 }, () => ({
      url: "/images/i/views/original?api-version=2024-03-07",
      authorization: `Bearer ${secret}`,
    })),
  );
});

test("fetches the preview on request", async () => {
  await (await thread.downloadAttachment(attachment(), { preview: true })).bytes();
  expect(requests.map(({ url }) => url)).toEqual(["/images/i/views/small?api-version=2024-03-07"]);
});

test("resolves a URL without an origin against the endpoint", async () => {
  await (await thread.downloadAttachment({ url: "/images/i" })).bytes();
  expect(requests).toEqual([{ url: "/images/i", authorization: `Bearer ${secret}` }]);
});

test.each([
  ["of another host", "https://contoso.sharepoint.com/file.docx"],
  ["of another port", "http://127.0.0.1:1/images/i"],
  ["of another scheme", "file:///etc/passwd"],
  ["with another host after the user's part", "http://127.0.0.1@evil.example/i"],
  ["that is not a URL", "http://"],
  ["that is missing", undefined],
  ["that is not a string", 5],
])("rejects a URL %s before sending", async (_, url) => {
  await expect(thread.downloadAttachment({ url: url as string })).rejects.toMatchObject({
    name: "ChatArgumentError",
    argument: "attachment.url",
  });
  await expect(thread.downloadAttachment({ url: url as string })).rejects.toThrow(endpoint);
  expect(requests).toEqual([]);
});

test("reports a missing preview and an invalid attachment", async () => {
  await expect(
    thread.downloadAttachment({ url: "/images/i" }, { preview: true }),
  ).rejects.toMatchObject({ argument: "attachment.previewUrl" });
  await expect(thread.downloadAttachment(null as never)).rejects.toBeInstanceOf(ChatArgumentError);
});

test("does not send the token if the service redirects to another origin", async () => {
  const seen: unknown[] = [];
  const other = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.end(png);
  });
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  respond = (_, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
  const error = await thread.downloadAttachment(attachment()).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(seen.filter((authorization) => authorization !== undefined)).toEqual([]);
  other.closeAllConnections();
  other.close();
});

test("throws a ChatServiceError for a rejection, and retries a 503", async () => {
  respond = (_, response) =>
    response
      .writeHead(403, { "content-type": "application/json" })
      .end('{"error":{"code":"Forbidden","message":"not in the thread"}}');
  await expect(thread.downloadAttachment(attachment())).rejects.toMatchObject({
    name: "RestError",
    statusCode: 403,
    code: "Forbidden",
    message: expect.stringContaining("403 Forbidden: not in the thread"),
  });
  const statuses = [503, 200];
  respond = (_, response) => response.writeHead(statuses.shift()!).end(png);
  expect(await (await thread.downloadAttachment(attachment())).bytes()).toEqual(png);
});

test("throws a ChatServiceError for a file that is cut off or takes longer than the timeout", async () => {
  respond = (_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write(png, () => response.destroy());
  };
  await expect((await thread.downloadAttachment(attachment())).bytes()).rejects.toMatchObject({
    name: "RestError",
  });
  respond = (_, response) => void response.writeHead(200, { "content-length": "100" }).write(png);
  const slow = await thread.downloadAttachment(attachment(), { requestOptions: { timeout: 100 } });
  await expect(slow.blob()).rejects.toMatchObject({ code: "REQUEST_TIMEOUT" });
});

test("rejects an aborted download with an AbortError", async () => {
  respond = (_, response) => void response.writeHead(200, { "content-length": "100" }).write(png);
  const controller = new AbortController();
  const file = await thread.downloadAttachment(attachment(), { abortSignal: controller.signal });
  const read = file.bytes();
  controller.abort();
  await expect(read).rejects.toMatchObject({ name: "AbortError" });
});
