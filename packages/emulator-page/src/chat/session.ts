import { ChatClient, type ChatClientOptions, type RealtimeState } from "@acs-chat/client";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { control } from "../emulator/control.ts";
import { createStore, type Store } from "../lib/store.ts";

/** A user whom the page speaks for. */
export interface Session {
  readonly userId: string;
  readonly client: ChatClient;
  /** Speaks the one api-version that has images. */
  readonly imageClient: ChatClient;
  /** Where the user's real-time connection stands. */
  readonly realtime: Store<RealtimeState>;
  /** Starts real time, if it has not been started. */
  connect(): void;
  /** Takes a new token with the next request: the clock was changed. */
  forgetToken(): void;
  /** Takes a new token and connects anew, after the emulator was away or was reset. */
  restart(): void;
}

/** How the page calls itself in the request log. */
export const PAGE_AGENT = "emulator-page";

/** A token is replaced when it has no more than this to live, in milliseconds. */
const RENEWAL = 5 * 60_000;

interface OwnCredential extends CommunicationTokenCredential {
  forget(): void;
}

/** A credential that asks the emulator for the tokens of a user. */
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
      // Already ended, so that nobody keeps it: the clock may end it at any moment, and it is kept here.
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
  // A start that fails shows in the state; the emulator's return starts it again.
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

/** The session of a user; both sides of the page share it. Let go of it with {@link releaseSession}. */
export function acquireSession(userId: string): Session {
  const entry = sessions.get(userId) ?? { session: createSession(userId), uses: 0 };
  sessions.set(userId, entry);
  entry.uses += 1;
  return entry.session;
}

/** Lets go of a session; the last one to do so ends it. */
export function releaseSession(userId: string): void {
  const entry = sessions.get(userId);
  if (entry === undefined || (entry.uses -= 1) > 0) return;
  sessions.delete(userId);
  entry.session.stop();
}

/** Takes new tokens for all sessions. */
export function forgetTokens(): void {
  for (const { session } of sessions.values()) session.forgetToken();
}

/** Starts all sessions anew. */
export function restartSessions(): void {
  for (const { session } of sessions.values()) session.restart();
}
