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

/** Wraps the streamed body of a response. */
export function binaryOf(response: PipelineResponse): BinaryResult {
  let taken = false;
  const take = (): AsyncGenerator<Uint8Array, void, undefined> => {
    if (taken) throw new Error("These bytes are already being read");
    taken = true;
    return chunksOf(response);
  };
  return {
    contentType: response.headers.get("content-type"),
    bytes: async () => new Uint8Array(await new Response(streamOf(take())).arrayBuffer()),
    stream: () => streamOf(take()),
    [Symbol.asyncIterator]: take,
  };
}

/** The body of a response in chunks, however the platform hands it over. */
export async function* chunksOf(
  response: PipelineResponse,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { readableStreamBody, browserStreamBody, blobBody, bodyAsText } = response;
  const body = readableStreamBody ?? browserStreamBody ?? (await blobBody) ?? bodyAsText;
  // Node's Response takes Node's streams, although its types do not say so.
  const reader = new Response(body as ConstructorParameters<typeof Response>[0]).body?.getReader();
  if (!reader) return;
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

function streamOf(chunks: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}
