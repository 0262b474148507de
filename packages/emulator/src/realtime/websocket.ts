import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { LARGEST_FRAME } from "./frames.ts";
import type { Hub } from "./hub.ts";
import type { Session } from "./session.ts";

/** Takes WebSocket upgrades of socket.io sessions. */
export interface WebSocketHost {
  /** Handles an upgrade; false if the path is not one of real time. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/** Makes the WebSocket side of real time. */
export function createWebSocketHost(hub: Hub): WebSocketHost {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
    clientTracking: false,
  });
  return {
    upgrade(request, socket, head) {
      const path = (request.url ?? "").split("?")[0]!;
      const sid = /^\/socket\.io\/1\/websocket\/([^/]+)$/.exec(path)?.[1];
      if (sid === undefined) return false;
      const session = hub.session(sid);
      if (session === undefined || session.connected) {
        socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return true;
      }
      server.handleUpgrade(request, socket, head, (webSocket) => connect(session, webSocket));
      return true;
    },
    close: () => server.close(),
  };
}

function connect(session: Session, webSocket: WebSocket): void {
  webSocket.on("message", (data, binary) => {
    if (binary) session.cut();
    else session.receive((data as Buffer).toString("utf8"));
  });
  webSocket.on("close", () => session.gone());
  // A frame too large, a text that is no UTF-8: ws closes the socket itself.
  webSocket.on("error", () => session.gone());
  session.open({
    send: (frame) => webSocket.send(frame),
    close: () => webSocket.close(),
    cut: () => webSocket.terminate(),
  });
}
