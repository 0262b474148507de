import { ChatClient, type ChatClientOptions } from "@acs-chat/client";
import {
  AzureCommunicationTokenCredential,
  type CommunicationTokenCredential,
} from "@azure/communication-common";
import { CommunicationIdentityClient } from "@azure/communication-identity";
import { openTerminal, UsageError } from "./terminal.ts";

/** A user with a token. */
export interface User {
  readonly id: string;
  readonly token: string;
}

/** The service that a sample uses: an Azure resource if one is configured, otherwise a new emulator. */
export interface Service extends AsyncDisposable {
  readonly endpoint: string;
  createUser(): Promise<User>;
  /** Creates another token for a user. */
  createToken(userId: string): Promise<string>;
  /** Creates a client for a user. */
  clientOf(user: User, options?: ChatClientOptions): ChatClient;
}

/**
 * Opens the service of `ACS_CONNECTION_STRING` (`endpoint=https://…;accesskey=…`), or of `ACS_ENDPOINT`
 * with the users of `ACS_TOKEN` (one token per user, separated by spaces). Without these variables, starts
 * an emulator, which stops when the service is disposed.
 * @throws UsageError if a variable is invalid or missing.
 */
export async function openService(): Promise<Service> {
  openTerminal();
  const { ACS_CONNECTION_STRING, ACS_ENDPOINT, ACS_TOKEN } = process.env;
  if (ACS_CONNECTION_STRING) return realService(ACS_CONNECTION_STRING);
  if (ACS_ENDPOINT && ACS_TOKEN) return serviceOfTokens(ACS_ENDPOINT, ACS_TOKEN);
  if (ACS_ENDPOINT || ACS_TOKEN) {
    throw new UsageError("only one of ACS_ENDPOINT and ACS_TOKEN is set: set both or neither");
  }
  const { startEmulator } = await import("@acs-chat/emulator");
  const emulator = await startEmulator();
  const credentials: CommunicationTokenCredential[] = [];
  return {
    endpoint: emulator.endpoint,
    createUser: () => emulator.createUser(),
    createToken: async (userId) => (await emulator.createToken(userId)).token,
    clientOf: (user, options) => clientFor(emulator.endpoint, user, credentials, options),
    async [Symbol.asyncDispose]() {
      for (const credential of credentials) credential.dispose();
      await emulator.close();
    },
  };
}

function realService(connectionString: string): Service {
  const endpoint = /endpoint=([^;]+)/i.exec(connectionString)?.[1]?.replace(/\/$/, "");
  if (endpoint === undefined) {
    throw new UsageError("ACS_CONNECTION_STRING must be like endpoint=https://…;accesskey=…");
  }
  const identity = new CommunicationIdentityClient(connectionString);
  const credentials: CommunicationTokenCredential[] = [];
  const made: string[] = [];
  return {
    endpoint,
    async createUser() {
      const { user, token } = await identity.createUserAndToken(["chat"]);
      made.push(user.communicationUserId);
      return { id: user.communicationUserId, token };
    },
    async createToken(communicationUserId) {
      return (await identity.getToken({ communicationUserId }, ["chat"])).token;
    },
    clientOf: (user, options) => clientFor(endpoint, user, credentials, options),
    async [Symbol.asyncDispose]() {
      for (const credential of credentials) credential.dispose();
      for (const communicationUserId of made) await identity.deleteUser({ communicationUserId });
    },
  };
}

/** Creates a service with the users of the tokens. */
function serviceOfTokens(endpoint: string, tokens: string): Service {
  const credentials: CommunicationTokenCredential[] = [];
  const users = tokens.trim().split(/\s+/).map(userOf);
  const left = users.values();
  return {
    endpoint,
    async createUser() {
      const { value: user } = left.next();
      if (user) return user;
      throw new UsageError(
        `the program needs more users than ${users.length}: add a token to ACS_TOKEN, or set ACS_CONNECTION_STRING`,
      );
    },
    async createToken(userId) {
      return users.find(({ id }) => id === userId)!.token;
    },
    clientOf: (user, options) => clientFor(endpoint, user, credentials, options),
    async [Symbol.asyncDispose]() {
      for (const credential of credentials) credential.dispose();
    },
  };
}

/** Returns the user in a token's claims. */
function userOf(token: string): User {
  try {
    const claims = Buffer.from(token.split(".")[1]!, "base64url").toString();
    const { skypeid } = JSON.parse(claims) as { skypeid: string };
    return { id: `8:${skypeid.replace(/^8:/, "")}`, token };
  } catch (cause) {
    throw new UsageError("ACS_TOKEN must be a user's token, or several separated by spaces", {
      cause,
    });
  }
}

function clientFor(
  endpoint: string,
  user: User,
  credentials: CommunicationTokenCredential[],
  options?: ChatClientOptions,
): ChatClient {
  const credential = new AzureCommunicationTokenCredential(user.token);
  credentials.push(credential);
  return new ChatClient(endpoint, credential, options);
}
