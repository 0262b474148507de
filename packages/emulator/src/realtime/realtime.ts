import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { corsHeaders } from "../http/headers.ts";
import { type WireOutcome, type WireRequest, withOneSlash } from "../http/message.ts";
import { createRealtimeControl, type RealtimeControl } from "./control.ts";
import { createRealtimeHttp, type TokenCheck } from "./http.ts";
import { createHub, type HubParts } from "./hub.ts";
import { createWebSocketHost } from "./websocket.ts";

/** Real time as part of the emulator's host. */
export interface Realtime {
  readonly control: RealtimeControl;
  /** Responds to requests of real time. Returns undefined for others. */
  handle(request: WireRequest): Promise<WireOutcome> | undefined;
  /** Handles WebSocket upgrades of real time. Returns false for others. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends all sessions and timers. */
  close(): void;
}

/** Paths that can belong to real time. */
const OWN_PATHS = /^\/(?:chat\/config\/|v4\/|socket\.io\/|registrar\/|$|\?)/;

/** The interval between checks for heartbeats and expired state. */
const TICK_MILLISECONDS = 5000;

/** Creates real time and subscribes to events. */
export function createRealtime(parts: HubParts & { readonly checkToken: TokenCheck }): Realtime {
  const hub = createHub(parts);
  const http = createRealtimeHttp(hub, parts.checkToken);
  const webSockets = createWebSocketHost(hub);
  const timer = setInterval(() => hub.tick(), TICK_MILLISECONDS).unref();
  return {
    control: createRealtimeControl(hub),
    handle(wire) {
      const target = withOneSlash(wire.target);
      if (!OWN_PATHS.test(target)) return undefined;
      const request = toRequest({ ...wire, target });
      const response = request && http(request);
      return response && toOutcome(wire, response);
    },
    upgrade: (request, socket, head) => webSockets.upgrade(request, socket, head),
    close() {
      clearInterval(timer);
      hub.close();
    },
  };
}

/** Converts to a web Request. Returns undefined if that is impossible. */
function toRequest({ method, scheme, headers, target, body }: WireRequest): Request | undefined {
  const bodiless = method === "GET" || method === "HEAD" || body.byteLength === 0;
  try {
    return new Request(`${scheme}://${headers["host"] ?? "localhost"}${target}`, {
      method,
      headers,
      ...(!bodiless && { body: new Uint8Array(body) }),
    });
  } catch {
    return undefined;
  }
}

async function toOutcome(wire: WireRequest, pending: Promise<Response>): Promise<WireOutcome> {
  const response = await pending;
  return {
    status: response.status,
    headers: {
      "Cache-Control": "no-store",
      ...corsHeaders(wire),
      // The client reads a header of these hosts. Which ones they expose is not known, so all are.
      ...(!/^\/+chat\//.test(wire.target) && { "Access-Control-Expose-Headers": "*" }),
      ...Object.fromEntries(response.headers),
    },
    body: await response.text(),
  };
}
