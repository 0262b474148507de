// The usage in the README of the official package, as one program. The test runs it unchanged, and with another
// package name in the first import.
import { ChatClient, type SendMessageOptions } from "@azure/communication-chat";
import {
  AzureCommunicationTokenCredential,
  type CommunicationUserIdentifier,
} from "@azure/communication-common";

const { ENDPOINT = "", TOKEN = "", GRACE = "", ALAN = "" } = process.env;

const chatClient = new ChatClient(ENDPOINT, new AzureCommunicationTokenCredential(TOKEN));

const createChatThreadResult = await chatClient.createChatThread(
  { topic: "Hello, World!" },
  {
    participants: [{ id: { communicationUserId: GRACE }, displayName: "Grace" }],
    idempotencyToken: "once",
  },
);
const threadId = createChatThreadResult?.chatThread?.id ?? "";
console.log(
  "created",
  createChatThreadResult.chatThread?.topic,
  createChatThreadResult.chatThread?.createdOn instanceof Date,
);

const chatThreadClient = chatClient.getChatThreadClient(threadId);
console.log("client", chatThreadClient.threadId === threadId);

const sendMessageOptions: SendMessageOptions = {
  senderDisplayName: "Jack",
  type: "text",
  metadata: { a: "b" },
};
const sendChatMessageResult = await chatThreadClient.sendMessage(
  { content: "Hello Geeta! Can you share the deck for the conference?" },
  sendMessageOptions,
);
const messageId = sendChatMessageResult.id;

const message = await chatThreadClient.getMessage(messageId);
console.log(
  "message",
  message.content?.message,
  message.senderDisplayName,
  message.sender?.kind,
  message.metadata,
);

await chatThreadClient.updateMessage(messageId, { content: "Changed" });
for await (const chatMessage of chatThreadClient.listMessages()) {
  console.log(
    "listed",
    chatMessage.type,
    chatMessage.content?.message ?? "",
    Object.keys(chatMessage).toSorted().join(),
  );
}
for await (const page of chatThreadClient.listMessages({ maxPageSize: 2 }).byPage())
  console.log("page of", page.length);
await chatThreadClient.deleteMessage(messageId);
console.log("deleted", (await chatThreadClient.getMessage(messageId)).deletedOn instanceof Date);

await chatThreadClient.addParticipants({
  participants: [{ id: { communicationUserId: ALAN }, displayName: "Jane" }],
});
for await (const participant of chatThreadClient.listParticipants()) {
  const { communicationUserId } = participant.id as CommunicationUserIdentifier;
  console.log(
    "participant",
    communicationUserId === ALAN,
    participant.displayName,
    Object.keys(participant).toSorted().join(),
  );
}
await chatThreadClient.removeParticipant({ communicationUserId: ALAN });

await chatThreadClient.sendReadReceipt({ chatMessageId: messageId });
for await (const receipt of chatThreadClient.listReadReceipts())
  console.log("read", receipt.sender.kind, receipt.readOn instanceof Date);
console.log(
  "typing",
  await chatThreadClient.sendTypingNotification(),
  await chatThreadClient.sendTypingNotification(),
);

await chatThreadClient.updateTopic("Renamed");
await chatThreadClient.updateProperties({
  metadata: { c: "d" },
  retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
});
const properties = await chatThreadClient.getProperties();
console.log(
  "properties",
  properties.topic,
  properties.metadata,
  properties.retentionPolicy,
  properties.createdBy?.kind,
);

for await (const thread of chatClient.listChatThreads())
  console.log("thread", thread.topic, thread.lastMessageReceivedOn instanceof Date);
await chatClient.deleteChatThread(threadId);
try {
  await chatThreadClient.getProperties();
} catch (error) {
  const { name, statusCode } = error as { name: string; statusCode: number };
  console.log("gone", error instanceof Error, name, statusCode);
}
