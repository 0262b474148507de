import { ChatClient } from "@azure/communication-chat";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { createStatefulChatClient } from "@azure/communication-react";
// The library does not export this selector, so the bench maps its name to its file.
import { messageThreadSelector } from "message-thread-selector";
import { eventOf, me, serve, threadId, timeOfEach, token } from "./service.js";

globalThis.stateful = async (count, events) => {
  serve(count);
  const listeners = new Map();
  // The real client without its connection.
  ChatClient.prototype.startRealtimeNotifications = async () => {};
  ChatClient.prototype.on = (name, listener) => void listeners.set(name, listener);
  const client = createStatefulChatClient({
    userId: { communicationUserId: me },
    displayName: "Me",
    endpoint: "https://bench.local",
    credential: new AzureCommunicationTokenCredential(token),
  });
  await client.startRealtimeNotifications();
  let notifications = 0;
  client.onStateChange(() => (notifications += 1));
  const select = () => messageThreadSelector(client.getState(), { threadId });
  const thread = client.getChatThreadClient(threadId);
  const before = performance.now();
  for await (const message of thread.listMessages({ maxPageSize: 200 })) void message;
  const loading = performance.now() - before;
  const shown = notifications / Math.ceil(count / 200);
  if (select().messages.length !== count) throw new Error("Not all messages are shown.");
  const event = timeOfEach(events, (index) => {
    listeners.get("chatMessageReceived")(eventOf(count + 1 + index));
    if (select().messages.length !== count + 1 + index) throw new Error("The event is not shown.");
  });
  return { loading, event, notifications: shown };
};
