import {
  type ChatContext,
  createChatContext,
  createChatThread,
  getChatMessage,
  listChatMessages,
  sendChatMessage,
} from "@acs-chat/rest";
import type { User } from "./user.ts";

/** Runs the same conversation with the functions of the REST API. */
export async function withRest(endpoint: string, ada: User, grace: User): Promise<void> {
  // The low-level package accepts any token credential of Azure core.
  const [adas, graces] = [ada, grace].map(({ credential }) =>
    createChatContext(endpoint, { getToken: () => credential.getToken() }),
  ) as [ChatContext, ChatContext];
  const { chatThread } = await createChatThread(adas, {
    topic: "Dinner",
    participants: [ada, grace].map(({ id, name }) => ({
      communicationIdentifier: { rawId: id, communicationUser: { id } },
      displayName: name,
    })),
  });
  if (chatThread === undefined) throw new Error("the response of the service contains no thread");
  console.log(`  Ada created "${chatThread.topic}": ${chatThread.id}`);

  const say = (context: ChatContext, who: User, content: string) =>
    sendChatMessage(context, chatThread.id, { content, senderDisplayName: who.name });
  await say(adas, ada, "Pizza at seven?");
  await say(graces, grace, "Make it eight.");
  const { id } = await say(adas, ada, "Eight it is.");
  const last = await getChatMessage(graces, chatThread.id, id);
  console.log(`  the last of three messages: ${last.content?.message}`);

  console.log("  Grace reads, newest first, two messages per page:");
  let pages = 0;
  for await (const page of listChatMessages(graces, chatThread.id).byPage({ maxPageSize: 2 })) {
    console.log(`    page ${++pages}`);
    for (const message of page) {
      const text = message.content?.message ?? message.content?.topic;
      console.log(
        `      ${message.type}  ${message.senderDisplayName ?? ""} ${text ?? ""}`.trimEnd(),
      );
    }
  }
}
