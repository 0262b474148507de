import { ChatClient, throwIfInvalidParticipants } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Service } from "./service.ts";

/** What a page needs to take part. */
export interface Session {
  readonly endpoint: string;
  readonly apiVersion: string;
  readonly threadId: string;
  readonly userId: string;
  readonly name: string;
}

/** One thread that everybody comes into. */
export interface Lobby {
  enter(name: string): Promise<Session>;
  /** A token for somebody who has entered; undefined for anybody else. */
  token(userId: string): Promise<string | undefined>;
}

/** The one api-version with images. */
const API_VERSION = "2024-06-05-preview";

/** Opens the lobby. Its host is a user of the server's own, who lets the others in. */
export async function openLobby(service: Service): Promise<Lobby> {
  const host = await service.createUser();
  const credential = new AzureCommunicationTokenCredential({
    token: host.token,
    tokenRefresher: () => service.createToken(host.id),
  });
  const client = new ChatClient(service.endpoint, credential);
  const { chatThread } = await client.createChatThread({ topic: "Lobby" });
  if (chatThread === undefined) throw new Error("The service answered without a thread.");
  const thread = client.getChatThreadClient(chatThread.id);
  const inside = new Set<string>();
  return {
    async enter(name) {
      const { id } = await service.createUser();
      throwIfInvalidParticipants(
        await thread.addParticipants({
          participants: [
            { id: { communicationUserId: id }, displayName: name, shareHistoryTime: new Date(0) },
          ],
        }),
      );
      inside.add(id);
      const { endpoint } = service;
      return { endpoint, apiVersion: API_VERSION, threadId: chatThread.id, userId: id, name };
    },
    token: async (userId) => (inside.has(userId) ? service.createToken(userId) : undefined),
  };
}
