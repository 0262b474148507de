// Our client in a page or in a worker: what it hears is put into `heard`.
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient } from "../../../src/index.ts";

/** What the page around it sees. */
export interface PageClient {
  heard: string[];
  start(endpoint: string, token: string, polling: boolean): Promise<void>;
  stop(): Promise<void>;
}

let client: ChatClient | undefined;
const ours: PageClient = {
  heard: [],
  async start(endpoint, token, polling) {
    client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
      realtime: polling ? { webSocket: false } : {},
    });
    client.on("chatMessageReceived", ({ message }) => ours.heard.push(message));
    await client.startRealtimeNotifications();
  },
  stop: async () => client?.stopRealtimeNotifications(),
};
Object.assign(globalThis, { ours });
