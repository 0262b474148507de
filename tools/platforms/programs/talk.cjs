// The conversation that every platform runs: first with REST, then with real time.

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

module.exports = {
  talkOverRest,
  talkInRealTime,
  /** What {@link talkOverRest} returns. */
  expectedOverRest: {
    contents: ["Grüße 👋", "topicUpdated", "participantAdded"],
    date: true,
    refusal: ["RestError", 404, "NotFound"],
    wrong: ["ChatArgumentError", "content"],
  },
  /** What {@link talkInRealTime} returns. */
  expectedInRealTime: { message: "Anybody there?", states: ["connected", "stopped"] },
};
