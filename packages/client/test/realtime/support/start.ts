import type { CommunicationTokenCredential } from "@azure/communication-common";
import { createTrouterTransport } from "../../../src/realtime/trouter/trouter-transport.ts";
import { RealtimeError } from "../../../src/realtime/realtime-error.ts";
import { createRealtime, type Realtime } from "../../../src/realtime/realtime.ts";
import type { RealtimeEvents } from "../../../src/realtime/events.ts";
import type { RealtimeOptions } from "../../../src/realtime/transport.ts";
import { createFakeService, fakeEndpoint } from "./fake-service.ts";
import { createManualTime, settle } from "./manual-time.ts";

// Loads the lazy files first, so that a start does not wait for them.
await Promise.all([
  import("../../../src/realtime/notifications.ts"),
  import("../../../src/realtime/trouter/polling.ts"),
]);

type Heard = { [K in keyof RealtimeEvents]: [K, RealtimeEvents[K]] }[keyof RealtimeEvents];

const names: (keyof RealtimeEvents)[] = [
  "chatMessageReceived",
  "typingIndicatorReceived",
  "realTimeNotificationConnected",
  "realTimeNotificationDisconnected",
  "stateChanged",
  "resyncRequired",
  "tokenExpired",
  "error",
];

/** Options for a test. */
export interface SetUpOptions extends Pick<RealtimeOptions, "webSocket"> {
  credential?: CommunicationTokenCredential;
  /** How far the client's clock is ahead of the service's, in milliseconds. */
  ahead?: () => number;
}

/** Creates notifications on a fake service, with a manual clock. */
export function setUp({ webSocket, credential, ahead = () => 0 }: SetUpOptions = {}) {
  const service = createFakeService();
  const time = createManualTime();
  const tokens = { current: "token-1", asked: [] as object[] };
  let ids = 0;
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const notifications: Realtime = createRealtime(
    () => ({
      endpoint: fakeEndpoint,
      apiVersion: "2025-03-15",
      newId: () => `id-${++ids}`,
      logger: { info: log, warning: log, error: log },
      credential: credential ?? {
        async getToken(options: object = {}) {
          tokens.asked.push(options);
          return { token: tokens.current, expiresOnTimestamp: 0 };
        },
        dispose() {},
      },
    }),
    {
      transport: (context) =>
        createTrouterTransport(
          {
            ...context,
            RealtimeError,
            fetch: service.fetch,
            webSocket: webSocket ?? service.WebSocket,
          },
          { ...time, now: () => time.now() + ahead(), jitter: () => 0.75 },
        ),
    },
  );
  const heard: Heard[] = [];
  for (const name of names) {
    notifications.on(name, ((event: unknown) => heard.push([name, event] as Heard)) as never);
  }
  return { service, time, tokens, notifications, heard, lines };
}

/** Returns the recorded events with a name. */
export function only<K extends keyof RealtimeEvents>(heard: Heard[], name: K): RealtimeEvents[K][] {
  return heard.filter(([one]) => one === name).map(([, event]) => event as RealtimeEvents[K]);
}

/** Starts notifications on a fake service, waits until they are connected, and returns them with their socket. */
export async function connected() {
  const all = setUp();
  await all.notifications.start();
  await settle();
  return { ...all, socket: all.service.sockets[0]! };
}
