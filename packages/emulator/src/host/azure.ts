import type { HttpClient, PipelineRequest } from "@azure/core-rest-pipeline";

/**
 * Creates an HttpClient for Azure clients from a function that processes web requests.
 * @param serve - Processes a request. Rejects if the connection is cut.
 */
export function toHttpClient(serve: (request: Request) => Promise<Response>): HttpClient {
  return {
    async sendRequest(request) {
      const { RestError, createHttpHeaders } = await import("@azure/core-rest-pipeline");
      if (request.abortSignal?.aborted) {
        throw Object.assign(new Error("The operation was aborted."), { name: "AbortError" });
      }
      const init: RequestInit = { method: request.method, headers: request.headers.toJSON() };
      const body = await bodyOf(request);
      if (body !== undefined) init.body = body;
      let response: Response;
      try {
        response = await serve(new Request(request.url, init));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // The code of a cut connection, which Azure's pipeline retries.
        throw new RestError(message, { code: "ECONNRESET", request });
      }
      const answer = {
        request,
        status: response.status,
        headers: createHttpHeaders(Object.fromEntries(response.headers)),
      };
      if (streams(request, response.status)) {
        const blob = response.blob();
        return { ...answer, blobBody: blob, readableStreamBody: await nodeStream(await blob) };
      }
      return { ...answer, bodyAsText: await response.text() };
    },
  };
}

async function bodyOf(request: PipelineRequest): Promise<RequestInit["body"] | undefined> {
  const { body, formData } = request;
  if (formData !== undefined)
    throw new Error("The emulator's HttpClient does not support form data.");
  const content: unknown = typeof body === "function" ? body() : body;
  if (content === undefined || content === null) return undefined;
  if (typeof content === "string" || content instanceof Blob) return content;
  if (content instanceof ArrayBuffer) return content;
  if (ArrayBuffer.isView(content)) {
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength).slice();
  }
  const { buffer } = await import("node:stream/consumers");
  return new Uint8Array(await buffer(content as NodeJS.ReadableStream));
}

function streams(request: PipelineRequest, status: number): boolean {
  const statuses = request.streamResponseStatusCodes;
  return statuses?.has(status) === true || statuses?.has(Number.POSITIVE_INFINITY) === true;
}

async function nodeStream(blob: Blob): Promise<NodeJS.ReadableStream> {
  const { Readable } = await import("node:stream");
  return Readable.from([Buffer.from(await blob.arrayBuffer())]);
}
