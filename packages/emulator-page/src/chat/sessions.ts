import { ChatClient, type ChatClientOptions } from "@acs-chat/client";
import { type ChatStore, createChatStore } from "@acs-chat/store";
import type { Emulator } from "../emulator/world.ts";
import { createStore, type Readable } from "../lib/store.ts";
import { createUserCredential } from "./credential.ts";
import { createStoreClient } from "./store-client.ts";
import { createUnsentMessages } from "./unsent-messages.ts";

/** The clients and the conversation state of one user. */
export interface Session {
  readonly client: ChatClient;
  /** A client for images, which only API version 2024-06-05-preview supports. */
  readonly imageClient: ChatClient;
  /** The state of the user's conversations. A reset of the emulator replaces the store. */
  readonly store: Readable<ChatStore>;
  /** Keeps real time running until the returned function is called. */
  connect(): () => void;
}

/** The sessions of all users that the page has shown. They exist until the page is closed. */
export interface Sessions {
  /** Returns the session of a user. Creates it on the first call. */
  of(userId: string): Session;
}

/** Identifies the page's own requests in the request log. */
export const PAGE_AGENT = "emulator-page";

/** The number of messages that one list request returns. */
const PAGE_SIZE = 200;

/** Creates the sessions. They start over when the emulator is reset, and discard their tokens when its clock changes. */
export function createSessions({ world, epoch, controlled }: Emulator): Sessions {
  const sessions = new Map<string, ReturnType<typeof createSession>>();
  epoch.subscribe(() => {
    for (const session of sessions.values()) session.restart();
  });
  controlled.subscribe(() => {
    if (!controlled.value.path.endsWith("/clock")) return;
    for (const session of sessions.values()) session.forgetToken();
  });
  return {
    of(userId) {
      const known = sessions.get(userId);
      if (known) return known;
      const session = createSession(userId, () => world.value.names.get(userId));
      sessions.set(userId, session);
      return session;
    },
  };
}

/** @param displayName - returns the display name to send with messages */
function createSession(userId: string, displayName: () => string | undefined) {
  const credential = createUserCredential(userId);
  const options: ChatClientOptions = { userAgentOptions: { userAgentPrefix: PAGE_AGENT } };
  const client = new ChatClient(location.origin, credential, options);
  const imageClient = new ChatClient(location.origin, credential, {
    ...options,
    apiVersion: "2024-06-05-preview",
  });
  const forgetToken = (): void => credential.forget();
  const storeClient = createStoreClient({ client, imageClient, displayName, forgetToken });
  const unsent = createUnsentMessages();
  /** Resolves when the previous store has saved its unsent messages. */
  let closed: Promise<void> = Promise.resolve();
  const open = (): ChatStore =>
    createChatStore(storeClient, {
      userId,
      pageSize: PAGE_SIZE,
      // Users scroll through all messages to find one.
      maxMessages: Infinity,
      maxCatchUpPages: Infinity,
      persistence: unsent.after(closed),
      // The request log shows failed requests.
      onError: () => undefined,
    });
  const store = createStore(open());

  let uses = 0;
  // The connection state shows a failed start. A restart retries it once the emulator is reachable.
  const start = (): void => void client.startRealtimeNotifications().catch(() => undefined);
  const stop = (): Promise<void> => client.stopRealtimeNotifications().catch(() => undefined);
  return {
    client,
    imageClient,
    store,
    connect() {
      uses += 1;
      start();
      return () => {
        uses -= 1;
        // Delayed, because another pane may connect as the same user in the same render.
        queueMicrotask(() => {
          if (uses === 0) void stop();
        });
      };
    },
    forgetToken,
    /** Replaces the store: after a reset of the emulator, all loaded data is outdated. */
    restart() {
      forgetToken();
      closed = store.value.dispose();
      store.set(open());
      if (uses > 0) void stop().then(start);
    },
  };
}
