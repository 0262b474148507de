import { randomUUID } from "node:crypto";
import { ChatClient, type ChatThreadClient, throwIfInvalidParticipants } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { demo } from "./demo.ts";
import type { Service } from "./service.ts";

/** The session of a page. */
export interface Session {
  readonly endpoint: string;
  readonly apiVersion: string;
  readonly userId: string;
  readonly name: string;
  /** The secret that authorizes requests for a token. It must not leave the page. */
  readonly key: string;
}

/** The rooms that every user joins. */
export interface Rooms {
  enter(name: string): Promise<Session>;
  /** Returns a token for the session with this key; undefined if there is no such session. */
  token(key: string): Promise<string | undefined>;
}

/** The API version that supports images. */
const apiVersion = "2024-06-05-preview";

/** Opens the rooms. Their host is a user of the server, which adds the others. */
export async function openRooms(service: Service): Promise<Rooms> {
  const { endpoint } = service;
  const clientOf = (userId: string): ChatClient =>
    new ChatClient(
      endpoint,
      new AzureCommunicationTokenCredential({
        tokenRefresher: () => service.createToken(userId),
        refreshProactively: false,
      }),
      { validateResponses: process.env["NODE_ENV"] !== "production" },
    );
  const host = clientOf(await service.createUser());
  const rooms: ChatThreadClient[] = [];
  for (const topic of ["Random", "Design review", "Launch week"]) {
    const { chatThread } = await host.createChatThread({ topic });
    rooms.push(host.getChatThreadClient(chatThread!.id));
  }
  const addToAll = async (id: string, displayName: string): Promise<void> => {
    const shareHistoryTime = new Date(0);
    const participants = [{ id: { communicationUserId: id }, displayName, shareHistoryTime }];
    for (const room of rooms) {
      throwIfInvalidParticipants(await room.addParticipants({ participants }));
    }
  };
  if (service.isNew) {
    for (const { name, says } of demo) {
      const id = await service.createUser();
      await addToAll(id, name);
      const client = clientOf(id);
      for (const [index, texts] of says.entries()) {
        const room = client.getChatThreadClient(rooms[index]!.threadId);
        for (const content of texts)
          await room.sendMessage({ content }, { senderDisplayName: name });
      }
    }
  }
  const userIds = new Map<string, string>();
  return {
    async enter(name) {
      const userId = await service.createUser();
      await addToAll(userId, name);
      const key = randomUUID();
      userIds.set(key, userId);
      return { endpoint, apiVersion, userId, name, key };
    },
    async token(key) {
      const userId = userIds.get(key);
      return userId === undefined ? undefined : service.createToken(userId);
    },
  };
}
