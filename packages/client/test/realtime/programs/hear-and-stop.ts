// Receives one message and stops. The process must end without a call of process.exit.
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient } from "../../../src/index.ts";

const [endpoint, token, way] = process.argv.slice(2);
const client = new ChatClient(endpoint!, new AzureCommunicationTokenCredential(token!), {
  validateResponses: true,
  realtime: way === "WebSocket" ? {} : { webSocket: false },
});
const events = client.events({ types: ["chatMessageReceived"] });
await client.startRealtimeNotifications();
console.log("ready");
for await (const { type, event } of events) {
  if (type === "chatMessageReceived") console.log(event.message);
  await client.stopRealtimeNotifications();
}
