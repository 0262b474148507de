import { CommunicationIdentityClient } from "@azure/communication-identity";

/** The chat service, with its users and tokens. */
export interface Service {
  readonly endpoint: string;
  createUser(): Promise<{ readonly id: string; readonly token: string }>;
  createToken(userId: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the service of `ACS_CONNECTION_STRING`, or of `ACS_ENDPOINT` with the users of `ACS_TOKEN`: one token per user,
 * separated by spaces. The first token is for the host, the others are for the users who join. Without these variables,
 * starts an emulator.
 */
export async function openService(environment = process.env): Promise<Service> {
  const { ACS_CONNECTION_STRING: connectionString, ACS_ENDPOINT, ACS_TOKEN } = environment;
  if (!connectionString) {
    if (ACS_ENDPOINT && ACS_TOKEN) return serviceOfTokens(ACS_ENDPOINT, ACS_TOKEN);
    if (ACS_ENDPOINT || ACS_TOKEN) {
      throw new Error("Only one of ACS_ENDPOINT and ACS_TOKEN is set. Set both or neither.");
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

function serviceOfTokens(endpoint: string, tokens: string): Service {
  const users = tokens.trim().split(/\s+/).map(userOf);
  const left = users.values();
  return {
    endpoint,
    async createUser() {
      const { value: user } = left.next();
      if (user) return user;
      throw new Error(
        `All ${users.length} tokens in ACS_TOKEN are in use. Add a token for each user who joins, and one for the host.`,
      );
    },
    async createToken(userId) {
      return users.find(({ id }) => id === userId)!.token;
    },
    close: () => Promise.resolve(),
  };
}

/** Returns the user in a token's claims. */
function userOf(token: string): { readonly id: string; readonly token: string } {
  try {
    const claims = Buffer.from(token.split(".")[1]!, "base64url").toString();
    const { skypeid } = JSON.parse(claims) as { skypeid: string };
    return { id: `8:${skypeid.replace(/^8:/, "")}`, token };
  } catch (cause) {
    throw new Error("ACS_TOKEN must be a user's token, or several separated by spaces.", { cause });
  }
}
