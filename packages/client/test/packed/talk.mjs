/** Runs a short conversation and returns its result. */
export async function talk({ ChatClient, AzureCommunicationTokenCredential }, { ENDPOINT, TOKEN }) {
  const client = new ChatClient(ENDPOINT, new AzureCommunicationTokenCredential(TOKEN), {
    validateResponses: true,
  });
  const { chatThread } = await client.createChatThread({ topic: "Lunch" });
  const thread = client.getChatThreadClient(chatThread.id);
  await thread.sendMessage({ content: "Grüße 👋" }, { safeRetry: true });
  const messages = await thread.listMessages({ maxPageSize: 2 }).toArray();
  const refusal = await thread.getMessage("1").catch((error) => error);
  return {
    contents: messages.map(({ content, type }) => content.message ?? type),
    date: messages[0].createdOn instanceof Date,
    sender: messages[0].sender.kind,
    refusal: [refusal.name, refusal.statusCode, refusal.code],
  };
}
