import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable, pipeline } from "node:stream";
import { LARGEST_BODY } from "../http/body.ts";
import {
  type Handle,
  type Served,
  type WireHead,
  type WireOutcome,
  type WireRequest,
  withOneSlash,
} from "../http/message.ts";

/** A listening server. */
export interface Host {
  readonly server: Server;
  readonly port: number;
  /** Stops listening and cuts open connections. */
  close(): Promise<void>;
}

/** Serves requests over Node's http. With certificate and key it serves https. */
export async function listen(
  served: Served,
  address: { readonly host: string; readonly port: number },
  tls?: { readonly cert: string; readonly key: string },
): Promise<Host> {
  const scheme = tls ? "https" : "http";
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const head = headOf(request, scheme);
    const refusal = served.refuse(head);
    if (refusal !== undefined) {
      // The connection ends with the answer: the body that may follow is not read.
      response.writeHead(refusal.status, { ...refusal.headers, Connection: "close" });
      response.end(refusal.body);
      return;
    }
    if (request.headers.expect !== undefined) response.writeContinue();
    receive(request, head, (wire) => void answer(served.handle, wire, request, response));
  };
  const server: Server = tls
    ? (await import("node:https")).createServer(tls, serve)
    : createServer(serve);
  server.keepAliveTimeout = 60_000;
  // Clients that ask before they send a body learn of a refusal first.
  server.on("checkContinue", serve);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const NO_BODY = new Uint8Array();

/** Snapshots and seeds of the control API may be larger than anything of the service. */
const LARGEST_CONTROL_BODY = 512 * 1024 * 1024;

const headOf = (request: IncomingMessage, scheme: "http" | "https"): WireHead => ({
  method: request.method ?? "GET",
  target: request.url ?? "/",
  scheme,
  // Node joins repeated headers, all but set-cookie, which no request has.
  headers: request.headers as Record<string, string>,
});

/** Reads a request to its end; past the largest body it keeps no more, so that 413 can be answered. */
function receive(
  request: IncomingMessage,
  head: WireHead,
  then: (wire: WireRequest) => void,
): void {
  const control = withOneSlash(head.target).startsWith("/_emulator");
  const largest = control ? LARGEST_CONTROL_BODY : LARGEST_BODY;
  const chunks: Buffer[] = [];
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size - chunk.byteLength <= largest) chunks.push(chunk);
  });
  request.on("end", () => {
    const [first] = chunks;
    then({
      ...head,
      body: first === undefined ? NO_BODY : chunks.length === 1 ? first : Buffer.concat(chunks),
    });
  });
}

async function answer(
  handle: Handle,
  wire: WireRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let outcome: WireOutcome;
  try {
    outcome = await handle(wire);
  } catch (error) {
    // Handlers answer all they foresee; whatever is left must not end the process.
    console.error(error);
    outcome = { drop: true };
  }
  if ("drop" in outcome) {
    cut(request);
    return;
  }
  const { status, headers, body } = outcome;
  if (body instanceof ReadableStream) {
    response.writeHead(status, headers);
    // It may have nothing to say for long; that it is there is to be known at once.
    response.flushHeaders();
    // When the reader goes away, the stream ends too.
    pipeline(Readable.fromWeb(body), response, () => {});
    return;
  }
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  const bodiless = status === 204 || status === 304;
  response.writeHead(status, bodiless ? headers : { ...headers, "Content-Length": length });
  response.end(body);
}

/**
 * Cuts the connection before an answer. A browser that has used the connection before sends the
 * request again on its own then, a POST too, and its app never hears of the cut; unless something
 * came that is no answer: a length that contradicts itself, which is refused on every port (on 80
 * whatever is no HTTP would pass for an answer without headers).
 */
function cut({ socket, headers }: IncomingMessage): void {
  // One of the two is there in all a browser sends but navigations. Node's fetch has neither.
  const browser = headers["sec-fetch-site"] !== undefined || headers.origin !== undefined;
  if (!browser) {
    socket.destroy();
    return;
  }
  socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
  socket.destroySoon();
}
