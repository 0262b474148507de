import { ChatClient, type ChatClientOptions } from "@acs-chat/client";
import { type ChatStore, createChatStore } from "@acs-chat/store";
import type { Emulator } from "../emulator/world.ts";
import { createStore, type Readable } from "../lib/store.ts";
import { createUserCredential } from "./credential.ts";
import { createStoreClient } from "./store-client.ts";
import { createUnsentMessages } from "./unsent-messages.ts";

/** The connection of the page as a user. */
export interface Session {
  readonly client: ChatClient;
  /** Uses the only API version with images. */
  readonly imageClient: ChatClient;
  /** The state of the user's conversations: another store after a reset of the emulator. */
  readonly store: Readable<ChatStore>;
  /** Keeps real time running until the returned function is called. */
  connect(): () => void;
}

/** The sessions of all users who were seen. They live as long as the page. */
export interface Sessions {
  /** Returns the session of a user, the same one for the same user. */
  of(userId: string): Session;
}

/** The name of the page in the request log. */
export const PAGE_AGENT = "emulator-page";

/** Messages on a page of the list. */
const PAGE_SIZE = 200;

/** Creates sessions. They follow what happens to the emulator. */
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

/** @param displayName - returns the name that the user sends with messages */
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
  /** Resolves when the store before this one has saved its unsent messages. */
  let closed: Promise<void> = Promise.resolve();
  const open = (): ChatStore =>
    createChatStore(storeClient, {
      userId,
      pageSize: PAGE_SIZE,
      // Somebody who looks for a message scrolls through all of them.
      maxMessages: Infinity,
      maxCatchUpPages: Infinity,
      persistence: unsent.after(closed),
      // Failed requests are in the request log.
      onError: () => undefined,
    });
  const store = createStore(open());

  let uses = 0;
  // A failed start is shown as the state. It is repeated when the emulator is reachable again.
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
        // Later, because a side of the page that takes over connects in the same moment.
        queueMicrotask(() => {
          if (uses === 0) void stop();
        });
      };
    },
    forgetToken,
    /** Starts over: after a reset of the emulator, nothing that was read is valid. */
    restart() {
      forgetToken();
      closed = store.value.dispose();
      store.set(open());
      if (uses > 0) void stop().then(start);
    },
  };
}
