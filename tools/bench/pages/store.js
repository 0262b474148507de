import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { eventOf, me, serve, threadId, timeOfEach, token } from "./service.js";

globalThis.ours = async (count, events) => {
  serve(count);
  const listeners = new Map();
  const chat = new ChatClient("https://bench.local", new AzureCommunicationTokenCredential(token));
  // The real client without its connection.
  const client = {
    state: "connected",
    on: (name, listener) => listeners.set(name, listener),
    off: () => {},
    getChatThreadClient: (id) => chat.getChatThreadClient(id),
    listChatThreads: (options) => chat.listChatThreads(options),
    startRealtimeNotifications: async () => {},
    stopRealtimeNotifications: async () => {},
  };
  const store = createChatStore(client, { userId: me, pageSize: 200, maxMessages: 20_000 });
  const { messages, load } = store.thread(threadId);
  let notifications = 0;
  messages.subscribe(() => (notifications += 1));
  const before = performance.now();
  await load();
  let pages = 1;
  for (; messages.getSnapshot().hasOlder; pages += 1) await messages.loadOlder();
  const loading = performance.now() - before;
  const shown = notifications / pages;
  const { items } = messages.getSnapshot();
  if (items.length !== count)
    throw new Error(`${items.length} messages are shown instead of ${count}`);
  const event = timeOfEach(events, (index) => {
    listeners.get("chatMessageReceived")(eventOf(count + 1 + index));
    // Components select the list of shown messages.
    const { length } = messages.getSnapshot().items;
    if (length !== count + 1 + index) throw new Error("The event is not shown.");
  });
  await store.dispose();
  return { loading, event, notifications: shown };
};
