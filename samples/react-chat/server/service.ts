import { CommunicationIdentityClient } from "@azure/communication-identity";

/** The chat service, with its users and tokens. */
export interface Service {
  readonly endpoint: string;
  /** Whether the service is a new emulator, which is empty. */
  readonly isNew: boolean;
  createUser(): Promise<string>;
  createToken(userId: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the service of `ACS_CONNECTION_STRING`, or starts an emulator. */
export async function openService(): Promise<Service> {
  const connectionString = process.env["ACS_CONNECTION_STRING"];
  if (connectionString) return serviceOf(connectionString);
  const { startEmulator } = await import("@acs-chat/emulator");
  const emulator = await startEmulator({ seed: {} });
  return {
    endpoint: emulator.endpoint,
    isNew: true,
    createUser: async () => (await emulator.createUser()).id,
    createToken: async (userId) => (await emulator.createToken(userId)).token,
    close: () => emulator.close(),
  };
}

function serviceOf(connectionString: string): Service {
  const endpoint = /endpoint=([^;]+)/i.exec(connectionString)?.[1]?.replace(/\/$/, "");
  if (endpoint === undefined) {
    throw new Error("ACS_CONNECTION_STRING must be like endpoint=https://…;accesskey=…");
  }
  const identity = new CommunicationIdentityClient(connectionString);
  return {
    endpoint,
    isNew: false,
    createUser: async () => (await identity.createUser()).communicationUserId,
    createToken: async (communicationUserId) =>
      (await identity.getToken({ communicationUserId }, ["chat"])).token,
    close: () => Promise.resolve(),
  };
}
