import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { createRealtimeControl } from "./control.ts";
import { createRealtimeHttp, type TokenCheck } from "./http.ts";
import { createHub, type Hub, type HubParts } from "./hub.ts";
import { createWebSocketHost } from "./websocket.ts";

/** Real time as the emulator's host mounts it. */
export interface Realtime {
  readonly hub: Hub;
  /** Answers requests of real time and of its part of the control API; undefined for others. */
  handle(request: Request): Promise<Response> | undefined;
  /** Takes WebSocket upgrades of real time; false for others. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends all sessions and timers. */
  close(): void;
}

/** Milliseconds between two looks after heartbeats and what is too old. */
const TICK_MILLISECONDS = 5000;

/** Starts real time: from now on events are heard. */
export function createRealtime(parts: HubParts & { readonly checkToken: TokenCheck }): Realtime {
  const hub = createHub(parts);
  const http = createRealtimeHttp(hub, parts.checkToken);
  const control = createRealtimeControl(hub);
  const webSockets = createWebSocketHost(hub);
  const timer = setInterval(() => hub.tick(), TICK_MILLISECONDS).unref();
  return {
    hub,
    handle: (request) => http(request) ?? control(request),
    upgrade: (request, socket, head) => webSockets.upgrade(request, socket, head),
    close() {
      clearInterval(timer);
      hub.close();
      webSockets.close();
    },
  };
}
