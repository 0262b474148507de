import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Recorded } from "./places.ts";

/** A response of the server. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Starts a server that records each request. It returns the body and the header `x-v`, unless `answer` is given. */
export async function recordingServer(answer?: () => Answer) {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      requests.push({ url: request.url ?? "", headers: request.headers, body });
      if (answer !== undefined) {
        const { body: sent, headers, status = 200 } = answer();
        response.writeHead(status, headers);
        response.end(sent);
        return;
      }
      const { "content-type": contentType, "x-v": value } = request.headers;
      if (value !== undefined) response.setHeader("x-v", value);
      const isEcho = contentType !== undefined && !/form/.test(contentType);
      if (isEcho) response.setHeader("content-type", contentType);
      response.writeHead(isEcho ? 200 : 204);
      response.end(isEcho ? body : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    requests,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
