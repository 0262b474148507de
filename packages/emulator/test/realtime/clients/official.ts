// The unmodified official client, in a page or in Node. Received events are added to `heard`.
import { ChatClient } from "@azure/communication-chat";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";

const types = [
  "chatMessageReceived",
  "chatMessageEdited",
  "chatMessageDeleted",
  "typingIndicatorReceived",
  "readReceiptReceived",
  "chatThreadCreated",
  "chatThreadPropertiesUpdated",
  "chatThreadDeleted",
  "participantsAdded",
  "participantsRemoved",
];

interface Heard {
  type: string;
  event: unknown;
}

/** The interface for the page around it. */
export interface OfficialClient {
  heard: Heard[];
  connections: number;
  start(endpoint: string, token: string): Promise<void>;
  stop(): Promise<void>;
}

let client: ChatClient | undefined;
/** The client, which is also a global for pages. */
export const official: OfficialClient = {
  heard: [],
  connections: 0,
  async start(endpoint, token) {
    client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
    const on = client.on.bind(client) as (name: string, listener: (event: unknown) => void) => void;
    const connected = new Promise<void>((resolve) => {
      on("realTimeNotificationConnected", () => {
        official.connections += 1;
        resolve();
      });
    });
    await client.startRealtimeNotifications();
    for (const type of types) {
      on(type, (event) => official.heard.push({ type, event: JSON.parse(JSON.stringify(event)) }));
    }
    await connected;
  },
  stop: async () => client?.stopRealtimeNotifications(),
};
Object.assign(globalThis, { official });
