import { ChatClient } from "@acs-chat/client";
import type { User } from "./user.ts";

/** Runs the conversation with ChatClient and ChatThreadClient. */
export async function withClient(endpoint: string, ada: User, grace: User): Promise<void> {
  const chat = new ChatClient(endpoint, ada.credential);
  const { chatThread } = await chat.createChatThread(
    { topic: "Lunch" },
    {
      participants: [
        { id: { communicationUserId: grace.id }, displayName: grace.name },
        { id: { communicationUserId: ada.id }, displayName: ada.name },
      ],
    },
  );
  if (chatThread === undefined) throw new Error("the response of the service contains no thread");
  console.log(`  Ada created "${chatThread.topic}": ${chatThread.id}`);

  const adas = chat.getChatThreadClient(chatThread.id);
  const graces = new ChatClient(endpoint, grace.credential).getChatThreadClient(chatThread.id);
  await adas.sendMessage({ content: "Noodles at noon?" }, { senderDisplayName: ada.name });
  await graces.sendMessage({ content: "Gladly." }, { senderDisplayName: grace.name });
  const last = await adas.sendMessage({ content: "See you!" }, { senderDisplayName: ada.name });
  console.log(
    `  the last of three messages: ${(await graces.getMessage(last.id)).content?.message}`,
  );

  console.log("  Grace reads, newest first, two messages per page:");
  let pages = 0;
  for await (const page of graces.listMessages().byPage({ maxPageSize: 2 })) {
    console.log(`    page ${++pages}`);
    for (const message of page) {
      const text = message.content?.message ?? message.content?.topic;
      console.log(
        `      ${message.type}  ${message.senderDisplayName ?? ""} ${text ?? ""}`.trimEnd(),
      );
    }
  }
}
