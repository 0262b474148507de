// Our client in a worker. It receives the endpoint and token in a message, and posts the received events.
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient } from "../../../src/index.ts";

addEventListener("message", async ({ data }: MessageEvent<{ endpoint: string; token: string }>) => {
  const client = new ChatClient(data.endpoint, new AzureCommunicationTokenCredential(data.token), {
    validateResponses: true,
  });
  client.on("chatMessageReceived", ({ message }) => postMessage(message));
  await client.startRealtimeNotifications();
  postMessage("ready");
});
