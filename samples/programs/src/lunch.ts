import type { ChatClient, ChatThreadClient } from "@acs-chat/client";
import type { Service, User } from "./service.ts";

/** Two users, their clients, and a thread with both users. */
export interface Lunch {
  readonly ada: User;
  readonly grace: User;
  readonly adaClient: ChatClient;
  readonly graceClient: ChatClient;
  /** Ada's client for the thread. */
  readonly adaThread: ChatThreadClient;
  /** Grace's client for the thread. */
  readonly graceThread: ChatThreadClient;
}

/** Creates the users and the thread of the samples. */
export async function openLunch(service: Service): Promise<Lunch> {
  const ada = await service.createUser();
  const grace = await service.createUser();
  const adaClient = service.clientOf(ada);
  const graceClient = service.clientOf(grace);
  const { chatThread } = await adaClient.createChatThread(
    { topic: "Lunch" },
    {
      participants: [
        { id: { communicationUserId: ada.id }, displayName: "Ada" },
        { id: { communicationUserId: grace.id }, displayName: "Grace" },
      ],
    },
  );
  const threadId = chatThread?.id ?? "";
  return {
    ada,
    grace,
    adaClient,
    graceClient,
    adaThread: adaClient.getChatThreadClient(threadId),
    graceThread: graceClient.getChatThreadClient(threadId),
  };
}
