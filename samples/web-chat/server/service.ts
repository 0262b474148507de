import { CommunicationIdentityClient } from "@azure/communication-identity";

/** Where the chat runs, and how its users get tokens. */
export interface Service {
  readonly endpoint: string;
  createUser(): Promise<{ readonly id: string; readonly token: string }>;
  createToken(userId: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * The service of `ACS_CONNECTION_STRING`, or a new emulator if there is none.
 * @throws Error if there is only `ACS_TOKEN`: everybody who enters needs a user of their own.
 */
export async function openService(environment = process.env): Promise<Service> {
  const { ACS_CONNECTION_STRING: connectionString, ACS_TOKEN } = environment;
  if (!connectionString) {
    if (ACS_TOKEN) {
      throw new Error(
        "A token is one user's. Set ACS_CONNECTION_STRING: this makes a user for each.",
      );
    }
    const { startEmulator } = await import("@acs-chat/emulator");
    const emulator = await startEmulator({ seed: {} });
    return {
      endpoint: emulator.endpoint,
      createUser: () => emulator.createUser(),
      createToken: async (userId) => (await emulator.createToken(userId)).token,
      close: () => emulator.close(),
    };
  }
  const endpoint = /endpoint=([^;]+)/i.exec(connectionString)?.[1]?.replace(/\/$/, "");
  if (endpoint === undefined) {
    throw new Error("ACS_CONNECTION_STRING must be like endpoint=https://…;accesskey=…");
  }
  const identity = new CommunicationIdentityClient(connectionString);
  return {
    endpoint,
    async createUser() {
      const { user, token } = await identity.createUserAndToken(["chat"]);
      return { id: user.communicationUserId, token };
    },
    createToken: async (communicationUserId) =>
      (await identity.getToken({ communicationUserId }, ["chat"])).token,
    close: () => Promise.resolve(),
  };
}
