import { startEmulator } from "@acs-chat/emulator";
import type { Emulator, EmulatorUser } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient, RealtimeError } from "../../../src/index.ts";
import type { ChatClientOptions, ChatThreadClient } from "../../../src/index.ts";
import { createTrouterTransport } from "../../../src/realtime/trouter/trouter-transport.ts";

/** Somebody with a client of their own. */
export interface Person {
  readonly user: EmulatorUser;
  readonly client: ChatClient;
}

/** An emulator and people on it. */
export interface World extends AsyncDisposable {
  readonly emulator: Emulator;
  person(options?: ChatClientOptions): Promise<Person>;
  /** A thread of the first person with the others, as the first person's client sees it. */
  thread(creator: Person, ...others: Person[]): Promise<ChatThreadClient>;
}

/** Starts a world. What is not real time goes to the emulator without a socket, which is quicker. */
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

/** This package's transport with pauses so short that a test need not wait. */
export const impatient: ChatClientOptions = {
  realtime: {
    transport: (context) =>
      createTrouterTransport({ ...context, RealtimeError }, { jitter: () => 0.001 }),
  },
};

/** The same with a clock that runs a hundred times as fast for timeouts and intervals. */
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

/** A promise that is resolved when a condition holds, looked at whenever something happens. */
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
