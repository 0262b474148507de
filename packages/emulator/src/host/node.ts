import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { LARGEST_BODY } from "../http/body.ts";
import type { Handle, WireRequest } from "../http/message.ts";

/** A listening server. */
export interface Host {
  readonly server: Server;
  readonly port: number;
  /** Stops listening and cuts open connections. */
  close(): Promise<void>;
}

/** Serves requests over Node's http. With certificate and key it serves https. */
export async function listen(
  handle: Handle,
  address: { readonly host: string; readonly port: number },
  tls?: { readonly cert: string; readonly key: string },
): Promise<Host> {
  const scheme = tls ? "https" : "http";
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    receive(request, scheme, (wire) => void answer(handle, wire, request, response));
  };
  const server: Server = tls
    ? (await import("node:https")).createServer(tls, serve)
    : createServer(serve);
  server.keepAliveTimeout = 60_000;
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

/** Reads a request to its end; past the largest body it only counts, so that 413 can be answered. */
function receive(
  request: IncomingMessage,
  scheme: "http" | "https",
  then: (wire: WireRequest) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size - chunk.byteLength <= LARGEST_BODY) chunks.push(chunk);
  });
  request.on("end", () => {
    const [first] = chunks;
    then({
      method: request.method ?? "GET",
      target: request.url ?? "/",
      scheme,
      // Node joins repeated headers, all but set-cookie, which no request has.
      headers: request.headers as Record<string, string>,
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
  const outcome = await handle(wire);
  if ("drop" in outcome) {
    request.socket.destroy();
    return;
  }
  const { status, headers, body } = outcome;
  if (body instanceof ReadableStream) {
    response.writeHead(status, headers);
    Readable.fromWeb(body).pipe(response);
    return;
  }
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  const bodiless = status === 204 || status === 304;
  response.writeHead(status, bodiless ? headers : { ...headers, "Content-Length": length });
  response.end(body);
}
