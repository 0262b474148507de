import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** A WebSocket frame with a short text. */
const frame = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);

/** Starts a real-time service that responds to the handshake and the first frame, and then ignores everything. */
export async function startDeafServer(): Promise<{ endpoint: string } & AsyncDisposable> {
  const connections = new Set<Duplex>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, endpoint);
    response.setHeader("Content-Type", "application/json");
    if (pathname.startsWith("/chat/config/")) {
      response.end(JSON.stringify({ trouterServiceUrl: endpoint, registrarServiceUrl: endpoint }));
    } else if (pathname === "/v4/a") {
      response.end(JSON.stringify({ socketio: `${endpoint}/`, surl: `${endpoint}/f/`, ttl: "9" }));
    } else if (pathname === "/socket.io/1/") response.end("sid:70:70:websocket,xhr-polling");
    else response.writeHead(202).end();
  });
  server.on("upgrade", (request, connection) => {
    connections.add(connection);
    connection.on("error", () => {});
    const accept = createHash("sha1")
      .update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    connection.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    connection.write(frame('5:::{"name":"trouter.connected","args":[{}]}'));
    connection.once("data", () => connection.write(frame('6:::1+["ok"]')));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    async [Symbol.asyncDispose]() {
      for (const connection of connections) connection.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
