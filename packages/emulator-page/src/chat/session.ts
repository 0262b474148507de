import { ChatClient, type ChatClientOptions, type RealtimeState } from "@acs-chat/client";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { control } from "../emulator/control.ts";
import { createStore, type Store } from "../lib/store.ts";

/** The connection of the page as a user. */
export interface Session {
  readonly userId: string;
  readonly client: ChatClient;
  /** Uses the only API version with images. */
  readonly imageClient: ChatClient;
  /** The state of the user's real-time connection. */
  readonly realtime: Store<RealtimeState>;
  /** Starts real time, unless it is running. */
  connect(): void;
  /** Requests a new token for the next request, after the clock was changed. */
  forgetToken(): void;
  /** Requests a new token and reconnects, after the emulator was restarted or reset. */
  restart(): void;
}

/** The name of the page in the request log. */
export const PAGE_AGENT = "emulator-page";

/** A token is refreshed this long before it expires, in milliseconds. */
const RENEWAL = 5 * 60_000;

interface OwnCredential extends CommunicationTokenCredential {
  forget(): void;
}

/** Creates a credential that requests a user's tokens from the emulator. */
function credentialOf(id: string): OwnCredential {
  let current: Promise<{ token: string; expiresOnTimestamp: number }> | undefined;
  const issue = async () => {
    const { token, expiresOn } = await control.createUser({ id });
    return { token, expiresOnTimestamp: new Date(expiresOn).getTime() };
  };
  return {
    async getToken() {
      const known = await current?.catch(() => undefined);
      if (known === undefined || known.expiresOnTimestamp < Date.now() + RENEWAL) current = issue();
      // Marked as expired, so that the client asks each time: the clock can be moved at any time.
      return { ...(await current!), expiresOnTimestamp: Date.now() };
    },
    forget: () => void (current = undefined),
    dispose() {},
  };
}

function createSession(userId: string): Session & { stop(): void } {
  const credential = credentialOf(userId);
  const options: ChatClientOptions = { userAgentOptions: { userAgentPrefix: PAGE_AGENT } };
  const client = new ChatClient(location.origin, credential, options);
  let imageClient: ChatClient | undefined;
  const realtime = createStore<RealtimeState>("stopped");
  client.on("stateChanged", ({ state }) => realtime.set(state));
  // A failed start is shown as the state. It is repeated when the emulator is reachable again.
  const start = (): void => void client.startRealtimeNotifications().catch(() => undefined);
  let wanted = false;
  return {
    userId,
    client,
    get imageClient() {
      return (imageClient ??= new ChatClient(location.origin, credential, {
        ...options,
        apiVersion: "2024-06-05-preview",
      }));
    },
    realtime,
    connect() {
      if (!wanted) start();
      wanted = true;
    },
    forgetToken: () => credential.forget(),
    restart() {
      credential.forget();
      if (wanted) void client.stopRealtimeNotifications().then(start, start);
    },
    stop: () => void client.stopRealtimeNotifications().catch(() => undefined),
  };
}

const sessions = new Map<string, { session: ReturnType<typeof createSession>; uses: number }>();

/** Returns the session of a user, which both sides of the page share. Release it with {@link releaseSession}. */
export function acquireSession(userId: string): Session {
  const entry = sessions.get(userId) ?? { session: createSession(userId), uses: 0 };
  sessions.set(userId, entry);
  entry.uses += 1;
  return entry.session;
}

/** Releases a session. The last release ends it. */
export function releaseSession(userId: string): void {
  const entry = sessions.get(userId);
  if (entry === undefined || (entry.uses -= 1) > 0) return;
  sessions.delete(userId);
  entry.session.stop();
}

/** Requests new tokens for all sessions. */
export function forgetTokens(): void {
  for (const { session } of sessions.values()) session.forgetToken();
}

/** Restarts all sessions. */
export function restartSessions(): void {
  for (const { session } of sessions.values()) session.restart();
}
