import { startEmulator } from "@acs-chat/emulator";
import type { Emulator, EmulatorUser } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient, RealtimeError } from "../../../src/index.ts";
import type { ChatClientOptions, ChatThreadClient } from "../../../src/index.ts";
import { createTrouterTransport } from "../../../src/realtime/trouter/trouter-transport.ts";

/** A user with a client. */
export interface Person {
  readonly user: EmulatorUser;
  readonly client: ChatClient;
}

/** An emulator, and functions to create its users and threads. */
export interface World extends AsyncDisposable {
  readonly emulator: Emulator;
  person(options?: ChatClientOptions): Promise<Person>;
  /** Creates a thread with the given users. Returns the creator's client for it. */
  thread(creator: Person, ...others: Person[]): Promise<ChatThreadClient>;
}

/** Starts an emulator. Requests other than real time are processed without a socket, which is faster. */
export async function startWorld(): Promise<World> {
  const emulator = await startEmulator();
  const people: Person[] = [];
  return {
    emulator,
    async person(options = {}) {
      const user = await emulator.createUser();
      const credential = new AzureCommunicationTokenCredential(user.token);
      const { httpClient } = emulator;
      const client = new ChatClient(emulator.endpoint, credential, {
        validateResponses: true,
        httpClient,
        ...options,
      });
      people.push({ user, client });
      return { user, client };
    },
    async thread({ client }, ...others) {
      const participants = others.map(({ user }) => ({ id: { communicationUserId: user.id } }));
      const { chatThread } = await client.createChatThread({ topic: "T" }, { participants });
      return client.getChatThreadClient(chatThread!.id);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(people.map(({ client }) => client.stopRealtimeNotifications()));
      await emulator.close();
    },
  };
}

/** Options for this package's transport with very short retry delays. */
export const impatient: ChatClientOptions = {
  realtime: {
    transport: (context) =>
      createTrouterTransport({ ...context, RealtimeError }, { jitter: () => 0.001 }),
  },
};

/** Options with a clock that also runs timeouts and intervals a hundred times as fast. */
export const hasty: ChatClientOptions = {
  realtime: {
    transport: (context) =>
      createTrouterTransport(
        { ...context, RealtimeError },
        {
          after(milliseconds, work) {
            const timer = setTimeout(work, milliseconds / 100);
            return () => clearTimeout(timer);
          },
        },
      ),
  },
};

/** Creates a function that waits for a condition, and one that checks all pending conditions. */
export function createWatch() {
  let waiting: { holds: () => boolean; resolve: () => void }[] = [];
  return {
    look() {
      const held = waiting.filter(({ holds }) => holds());
      waiting = waiting.filter((one) => !held.includes(one));
      for (const { resolve } of held) resolve();
    },
    until: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        if (holds()) resolve();
        else waiting.push({ holds, resolve });
      }),
  };
}
