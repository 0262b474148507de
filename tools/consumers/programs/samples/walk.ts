/** Calls every method, as quickstarts do. */
import type { ChatMessage, ChatParticipant, SendMessageOptions } from "@azure/communication-chat";
import { alice, bob, clientOf } from "./setting";
import { attempt, print } from "./report";

async function main() {
  const client = clientOf(alice);
  const created = await client.createChatThread(
    { topic: "Plans" },
    {
      participants: [{ id: { communicationUserId: bob.id }, displayName: "Bob" }],
      metadata: { project: "garden" },
    },
  );
  print("created", created);
  const threadId = created.chatThread ? created.chatThread.id : "";
  const thread = client.getChatThreadClient(threadId);
  print("thread id", thread.threadId === threadId);
  print("properties", await thread.getProperties());

  const options: SendMessageOptions = { senderDisplayName: "Alice", type: "html" };
  const { id } = await thread.sendMessage({ content: "<i>Seeds</i>" }, options);
  await attempt("update message", () =>
    thread.updateMessage(id, { content: "<i>More seeds</i>", metadata: { kind: "flowers" } }),
  );
  print("message", await thread.getMessage(id));
  for (let number = 1; number <= 5; number++) {
    await thread.sendMessage({ content: `Plant ${number}` }, { senderDisplayName: "Alice" });
  }
  await attempt("typing", () => thread.sendTypingNotification());
  await attempt("typing at once again", () => thread.sendTypingNotification());
  await attempt("read receipt", () => thread.sendReadReceipt({ chatMessageId: id }));

  const messages: ChatMessage[] = [];
  for await (const message of thread.listMessages()) messages.push(message);
  print("messages", messages);
  const pages = [];
  for await (const page of thread.listMessages({ maxPageSize: 3 }).byPage())
    pages.push(page.length);
  print("pages", pages);
  const participants: ChatParticipant[] = [];
  for await (const participant of thread.listParticipants()) participants.push(participant);
  print("participants", participants);
  const receipts = clientOf(bob).getChatThreadClient(threadId).listReadReceipts();
  print("first receipt", await receipts.next());

  await attempt("topic", () => thread.updateTopic("Garden"));
  await attempt("properties", () =>
    thread.updateProperties({ topic: "Garden", metadata: { project: "roof" } }),
  );
  print("properties", await thread.getProperties());
  await attempt("remove", () => thread.removeParticipant({ communicationUserId: bob.id }));
  await attempt("add", () =>
    thread.addParticipants({
      participants: [{ id: { communicationUserId: bob.id }, shareHistoryTime: new Date() }],
    }),
  );
  await attempt("delete message", () => thread.deleteMessage(id));
  print("deleted message", await thread.getMessage(id));
  await attempt("unknown message", () => thread.getMessage("1"));
  await attempt("delete thread", () => client.deleteChatThread(threadId));
  await attempt("send after that", () => thread.sendMessage({ content: "Too late" }));
  await attempt("unknown thread", () => client.getChatThreadClient("none").getProperties());
}

void main();
