// The conversation that every platform runs: with REST, with real time, and with the store.

/** Creates a thread, sends and lists messages, and causes an error. */
async function talkOverRest(
  { ChatClient, AzureCommunicationTokenCredential },
  { endpoint, token },
) {
  const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
  });
  const { chatThread } = await client.createChatThread({ topic: "Lunch" });
  const thread = client.getChatThreadClient(chatThread.id);
  await thread.sendMessage({ content: "Grüße 👋" }, { safeRetry: true });
  const contents = [];
  let date = false;
  for await (const { content, type, createdOn } of thread.listMessages({ maxPageSize: 2 })) {
    contents.push(content.message || type);
    date = createdOn instanceof Date;
  }
  const refusal = await thread.getMessage("1").catch((error) => error);
  const wrong = await Promise.resolve()
    .then(() => thread.sendMessage({ content: "x".repeat(30000) }))
    .catch((error) => error);
  return {
    contents,
    date,
    refusal: [refusal.name, refusal.statusCode, refusal.code],
    wrong: [wrong.name, wrong.argument],
  };
}

/** Receives the event of a message and stops. */
async function talkInRealTime(
  { ChatClient, AzureCommunicationTokenCredential },
  { endpoint, token, webSocket },
) {
  const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
    realtime: webSocket === undefined ? {} : { webSocket },
  });
  const received = new Promise((resolve, reject) => {
    client.on("chatMessageReceived", resolve);
    client.on("error", reject);
  });
  let limit;
  const late = new Promise((_, reject) => {
    limit = setTimeout(() => reject(new Error("No event within 30 s.")), 30000);
  });
  try {
    await client.startRealtimeNotifications();
    const { chatThread } = await client.createChatThread({ topic: "Lunch" });
    await client.getChatThreadClient(chatThread.id).sendMessage({ content: "Anybody there?" });
    const { message } = await Promise.race([received, late]);
    const state = client.state;
    await client.stopRealtimeNotifications();
    return { message, states: [state, client.state] };
  } finally {
    clearTimeout(limit);
  }
}

/** Resolves when the slice has a value that is wanted. */
function when(slice, isWanted) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => finish(reject, new Error(`After 30 s still ${JSON.stringify(slice.getSnapshot())}.`)),
      30000,
    );
    const look = () => {
      if (isWanted(slice.getSnapshot())) finish(resolve, slice.getSnapshot());
    };
    const unsubscribe = slice.subscribe(look);
    const finish = (settle, value) => {
      clearTimeout(limit);
      unsubscribe();
      settle(value);
    };
    look();
  });
}

/** Sends, edits and reads a message with the store, which saves its state. */
async function talkWithStore(
  { ChatClient, AzureCommunicationTokenCredential, createChatStore },
  { endpoint, token, userId, webSocket },
) {
  const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
    realtime: webSocket === undefined ? {} : { webSocket },
  });
  const problems = [];
  let saved;
  const store = createChatStore(client, {
    userId,
    persistence: { load: () => saved, save: (state) => void (saved = state) },
    onError: (error) => problems.push(String(error)),
  });
  const { chatThread } = await client.createChatThread({ topic: "Lunch" });
  await store.start();
  const thread = store.thread(chatThread.id);
  await thread.load();
  thread.draft.set("Soup");
  const key = thread.send("Noodles?");
  const isSent = (item) => item.key === key && item.status === "sent";
  const { items } = await when(thread.messages, (messages) => messages.items.some(isSent));
  const { id } = items.find(isSent);
  thread.markRead();
  await thread.edit(id, { content: "Soup?" });
  const edited = await when(thread.messages, (messages) =>
    messages.items.some((item) => item.key === key && item.editedOn && !item.change),
  );
  const { topic, unreadCount } = store.threads.getSnapshot().items[0];
  const { state } = store.connection.getSnapshot();
  await store.dispose();
  return {
    texts: edited.items.map((item) => item.content.message || item.type),
    thread: [topic, unreadCount],
    draft: saved.threads[thread.id].draft,
    states: [state, client.state],
    problems,
  };
}

module.exports = {
  talkOverRest,
  talkInRealTime,
  talkWithStore,
  /** What {@link talkOverRest} returns. */
  expectedOverRest: {
    contents: ["Grüße 👋", "topicUpdated", "participantAdded"],
    date: true,
    refusal: ["RestError", 404, "NotFound"],
    wrong: ["ChatArgumentError", "content"],
  },
  /** What {@link talkInRealTime} returns. */
  expectedInRealTime: { message: "Anybody there?", states: ["connected", "stopped"] },
  /** What {@link talkWithStore} returns. */
  expectedWithStore: {
    texts: ["participantAdded", "topicUpdated", "Soup?"],
    thread: ["Lunch", 0],
    draft: "Soup",
    states: ["connected", "stopped"],
    problems: [],
  },
};
