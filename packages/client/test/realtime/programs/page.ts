// Our client in a page or in a worker. It adds received events to `heard`.
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient } from "../../../src/index.ts";
import type { RealtimeOptions } from "../../../src/index.ts";
import { signalingTransport } from "../../../src/realtime/signaling-transport.ts";

/** The interface for the page around it. */
export interface PageClient {
  heard: string[];
  /** The types and identifiers of received events. */
  details: unknown[];
  start(endpoint: string, token: string, way: string): Promise<void>;
  stop(): Promise<void>;
}

const ways: Record<string, RealtimeOptions> = {
  WebSocket: {},
  "long polling": { webSocket: false },
  "Microsoft's transport": { transport: signalingTransport() },
};

let client: ChatClient | undefined;
const ours: PageClient = {
  heard: [],
  details: [],
  async start(endpoint, token, way) {
    client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
      validateResponses: true,
      realtime: ways[way]!,
    });
    client.on("chatMessageReceived", ({ message, type, sender }) => {
      ours.heard.push(message);
      ours.details.push({ type, sender });
    });
    await client.startRealtimeNotifications();
  },
  stop: async () => client?.stopRealtimeNotifications(),
};
Object.assign(globalThis, { ours });
