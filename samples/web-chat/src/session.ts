import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Session } from "../server/lobby.ts";

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

/** Joins the lobby with a name. */
export async function enter(name: string): Promise<{ session: Session; client: ChatClient }> {
  const session = await post<Session>("/api/enter", { name });
  const credential = new AzureCommunicationTokenCredential({
    tokenRefresher: async () => {
      const { token } = await post<{ token: string }>("/api/token", { key: session.key });
      return token;
    },
    refreshProactively: false,
  });
  const { endpoint, apiVersion } = session;
  const client = new ChatClient(endpoint, credential, {
    apiVersion,
    // In development and tests, a response that does not match the API is an error.
    validateResponses: import.meta.env.MODE !== "production",
  });
  return { session, client };
}
