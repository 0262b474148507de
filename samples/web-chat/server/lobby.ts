import { randomUUID } from "node:crypto";
import { ChatClient, throwIfInvalidParticipants } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Service } from "./service.ts";

/** What a page needs to take part in the chat. */
export interface Session {
  readonly endpoint: string;
  readonly apiVersion: string;
  readonly threadId: string;
  readonly userId: string;
  readonly name: string;
  /** The secret that authorizes requests for a token. It must not leave the page. */
  readonly key: string;
}

/** The thread that every user joins. */
export interface Lobby {
  enter(name: string): Promise<Session>;
  /** Returns a token for the session with this key; undefined if there is no such session. */
  token(key: string): Promise<string | undefined>;
}

/** The API version that supports images. */
const API_VERSION = "2024-06-05-preview";

/** Creates the lobby's thread. Its host is a user of the server, which adds the others. */
export async function openLobby(service: Service): Promise<Lobby> {
  const host = await service.createUser();
  const credential = new AzureCommunicationTokenCredential({
    token: host.token,
    tokenRefresher: () => service.createToken(host.id),
  });
  const client = new ChatClient(service.endpoint, credential, {
    validateResponses: process.env["NODE_ENV"] !== "production",
  });
  const { chatThread } = await client.createChatThread({ topic: "Lobby" });
  if (chatThread === undefined) throw new Error("The response of the service contains no thread.");
  const thread = client.getChatThreadClient(chatThread.id);
  const userIds = new Map<string, string>();
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
      const key = randomUUID();
      userIds.set(key, id);
      const { endpoint } = service;
      return { endpoint, apiVersion: API_VERSION, threadId: chatThread.id, userId: id, name, key };
    },
    async token(key) {
      const userId = userIds.get(key);
      return userId === undefined ? undefined : service.createToken(userId);
    },
  };
}
