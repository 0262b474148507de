import { ChatClient, type ChatMessage } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";

/** CommonJS in TypeScript. */
export async function newest(endpoint: string, token: string): Promise<ChatMessage | undefined> {
  const chat = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
  const thread = chat.getChatThreadClient("19:x@thread.v2");
  const [message] = await thread.listMessages().toArray({ limit: 1 });
  return message;
}
