// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 7055c1f5e1c4d738. Do not edit.

import type { PipelineResponse } from "@azure/core-rest-pipeline";

/** The bytes of an answer. They arrive as they are read and can be read once, in one of these ways. */
export interface BinaryResult extends AsyncIterable<Uint8Array> {
  /** What the service says that the bytes are. */
  readonly contentType: string | undefined;
  /** Waits for all of the bytes. */
  bytes(): Promise<Uint8Array>;
  /** The bytes as a stream; to not read them at all, cancel it. */
  stream(): ReadableStream<Uint8Array>;
}

/** The streamed body of a response, however the platform hands it over. */
export async function binaryOf(response: PipelineResponse): Promise<BinaryResult> {
  const { readableStreamBody, browserStreamBody, blobBody, bodyAsText } = response;
  const body = readableStreamBody ?? browserStreamBody ?? (await blobBody) ?? bodyAsText ?? "";
  // Node's Response takes Node's streams, although its types do not say so.
  const whole = new Response(body as ConstructorParameters<typeof Response>[0]);
  return {
    contentType: response.headers.get("content-type"),
    bytes: async () => new Uint8Array(await whole.arrayBuffer()),
    stream: () => whole.body!,
    [Symbol.asyncIterator]: () => chunksOf(whole.body!),
  };
}

/** The chunks of a stream; not all browsers let it be iterated over. */
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
