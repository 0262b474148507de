// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { PipelineResponse } from "@azure/core-rest-pipeline";

/** The bytes of a response. They are received while they are read, once, in one of these ways. */
export interface BinaryResult extends AsyncIterable<Uint8Array> {
  /** The content type of the response. */
  readonly contentType: string | undefined;
  /** Waits for all bytes. */
  bytes(): Promise<Uint8Array>;
  /** Returns the bytes as a stream. To skip them, cancel it. Throws on platforms that cannot stream a response. */
  stream(): ReadableStream<Uint8Array>;
}

/** Returns the streamed body of a response, on any platform. */
export async function binaryOf(response: PipelineResponse): Promise<BinaryResult> {
  const { readableStreamBody, browserStreamBody, blobBody, bodyAsText } = response;
  const contentType = response.headers.get("content-type");
  if (readableStreamBody && typeof Response !== "function") {
    // Node in a test environment such as Jest's jsdom.
    const chunks = readableStreamBody as AsyncIterable<Uint8Array>;
    return {
      contentType,
      bytes: () => joined(chunks),
      stream: noStream,
      [Symbol.asyncIterator]: () => chunks[Symbol.asyncIterator](),
    };
  }
  const body = readableStreamBody ?? browserStreamBody ?? (await blobBody) ?? bodyAsText ?? "";
  // Node's Response accepts Node's streams, although its types do not declare it.
  const whole = new Response(body as ConstructorParameters<typeof Response>[0]);
  const bytes = async (): Promise<Uint8Array> => new Uint8Array(await whole.arrayBuffer());
  return {
    contentType,
    bytes,
    // React Native's Response has no stream.
    stream: () => whole.body ?? noStream(),
    [Symbol.asyncIterator]: () => (whole.body ? chunksOf(whole.body) : once(bytes)),
  };
}

function noStream(): never {
  throw new TypeError("This platform cannot stream a response: use bytes() instead.");
}

async function* once(
  bytes: () => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield await bytes();
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  const whole = new Uint8Array(all.reduce((size, chunk) => size + chunk.length, 0));
  let end = 0;
  for (const chunk of all) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}

/** Returns the chunks of a stream. Not all browsers can iterate over streams. */
async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
