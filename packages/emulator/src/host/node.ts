import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable, pipeline } from "node:stream";
import { LARGEST_BODY } from "../http/steps/read-body.ts";
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
  /** Stops listening and closes open connections. */
  close(): Promise<void>;
}

/** What to do about a port in use, for callers of the library. */
export const portInUse = "Stop what uses the port, or leave out the port for a free one.";

/** Serves requests over Node's http, or over https if a certificate and key are given. */
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
      // The connection is closed after the response, so that the rest of the body is not read.
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
  // Clients that send `Expect: 100-continue` learn of a refusal before they send the body.
  server.on("checkContinue", serve);
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") error.message += `. ${portInUse}`;
      reject(error);
    };
    server.once("error", fail);
    server.listen(address.port, address.host, () => {
      server.off("error", fail);
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

/** Snapshots and seeds of the control API may be larger than any request to the service. */
const LARGEST_CONTROL_BODY = 512 * 1024 * 1024;

const headOf = (request: IncomingMessage, scheme: "http" | "https"): WireHead => ({
  method: request.method ?? "GET",
  target: request.url ?? "/",
  scheme,
  // Node joins repeated headers except set-cookie, which requests do not have.
  headers: request.headers as Record<string, string>,
});

/** Reads a request to its end. Bytes beyond the largest body are discarded, so that 413 can be sent. */
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
    // Handlers convert all expected errors to responses. Others must not end the process.
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
    // Sent at once, because the first event may come much later.
    response.flushHeaders();
    // The stream ends when the reader disconnects.
    pipeline(Readable.fromWeb(body), response, () => {});
    return;
  }
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  const bodiless = status === 204 || status === 304;
  response.writeHead(status, bodiless ? headers : { ...headers, "Content-Length": length });
  response.end(body);
}

/**
 * Cuts the connection before a response. A browser repeats a request on a reused connection, even a
 * POST, and its app never notices the cut. Browsers therefore get an invalid response with two
 * different lengths, which they refuse on every port. (On port 80, anything that is not HTTP would
 * pass as a response without headers.)
 */
function cut({ socket, headers }: IncomingMessage): void {
  // All requests of browsers except navigations have one of the two. Node's fetch sends neither.
  const browser = headers["sec-fetch-site"] !== undefined || headers.origin !== undefined;
  if (!browser) {
    socket.destroy();
    return;
  }
  socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
  socket.destroySoon();
}
