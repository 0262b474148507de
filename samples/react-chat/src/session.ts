import { ChatClient } from "@acs-chat/client";
import { type ChatStore, createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Session } from "../server/rooms.ts";
import { indexedDbPersistence } from "./persistence.ts";

/** The client and the store of the signed-in user. */
export interface SignedIn {
  readonly session: Session;
  readonly client: ChatClient;
  readonly store: ChatStore;
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const value = (await response.json()) as T & { message?: string };
  if (!response.ok)
    throw new Error(value.message ?? `The server responded with status code ${response.status}.`);
  return value;
}

/** Signs in with a name and starts the store. */
export async function signIn(name: string): Promise<SignedIn> {
  return open(await post<Session>("/api/enter", { name }));
}

/** Continues the session of this tab after a reload; undefined if there is none. */
export async function resume(): Promise<SignedIn | undefined> {
  const saved = sessionStorage.getItem("session");
  return saved === null ? undefined : open(JSON.parse(saved) as Session);
}

async function open(session: Session): Promise<SignedIn> {
  const { endpoint, apiVersion, userId, name, key } = session;
  const credential = new AzureCommunicationTokenCredential({
    tokenRefresher: async () => (await post<{ token: string }>("/api/token", { key })).token,
    refreshProactively: false,
  });
  const client = new ChatClient(endpoint, credential, {
    apiVersion,
    // In development and tests, a response that does not match the API is an error.
    validateResponses: import.meta.env.MODE !== "production",
  });
  const store = createChatStore(client, {
    userId,
    displayName: name,
    // The page shows all messages in the store, so the store keeps only a window of a long thread.
    maxMessages: 300,
    persistence: indexedDbPersistence("react-chat", userId),
  });
  try {
    await store.start();
  } catch (error) {
    sessionStorage.removeItem("session");
    await store.dispose();
    throw error;
  }
  sessionStorage.setItem("session", JSON.stringify(session));
  return { session, client, store };
}

/** Removes the session and stops the store. */
export async function signOut({ store }: SignedIn): Promise<void> {
  sessionStorage.removeItem("session");
  await store.dispose();
}
