import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket, WebSocketServer } from "ws";
import { withOneSlash } from "../http/message.ts";
import { LARGEST_FRAME } from "./frames.ts";
import type { Hub } from "./hub.ts";
import type { Session } from "./session.ts";

/** Handles WebSocket upgrades of socket.io sessions. */
export interface WebSocketHost {
  /** Handles an upgrade. Returns false if the path does not belong to real time. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

/** Creates the WebSocket side of real time. Its dependencies are loaded with the first upgrade. */
export function createWebSocketHost(hub: Hub): WebSocketHost {
  let server: Promise<WebSocketServer> | undefined;
  const accept = async (
    sid: string,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> => {
    const ready = await (server ??= load());
    const session = hub.session(sid);
    if (session === undefined || session.connected) {
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    ready.handleUpgrade(request, socket, head, (webSocket) => connect(session, webSocket));
  };
  return {
    upgrade(request, socket, head) {
      const path = withOneSlash(request.url ?? "").split("?")[0]!;
      const sid = /^\/socket\.io\/1\/websocket\/([^/]+)$/.exec(path)?.[1];
      if (sid === undefined) return false;
      socket.on("error", () => socket.destroy());
      void accept(sid, request, socket, head);
      return true;
    },
  };
}

function connect(session: Session, webSocket: WebSocket): void {
  webSocket.on("message", (data, binary) => {
    if (binary) session.cut();
    else session.receive((data as Buffer).toString("utf8"));
  });
  webSocket.on("close", () => session.gone());
  // ws closes the socket itself after a frame that is too large or not UTF-8.
  webSocket.on("error", () => session.gone());
  session.open({
    // Once the socket has taken the frame, there may be room for more.
    send: (frame) => webSocket.send(frame, () => session.flush()),
    get pending() {
      return webSocket.bufferedAmount;
    },
    close: () => webSocket.close(),
    cut: () => webSocket.terminate(),
  });
}

async function load(): Promise<WebSocketServer> {
  const { WebSocketServer } = await import("ws");
  return new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
    clientTracking: false,
    // For clients that do not respond to the close frame, such as a sleeping tab. The types lack it.
    ...({ closeTimeout: 500 } as object),
  });
}
