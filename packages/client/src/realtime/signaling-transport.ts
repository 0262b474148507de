/**
 * Real time through Microsoft's package instead of this package's transport, for browsers:
 * `import { signalingTransport } from "@acs-chat/client/signaling"`. It needs the optional peer
 * dependency `@azure/communication-signaling`.
 * @module
 */
import {
  CommunicationSignalingClient,
  ConnectionState,
  type SignalingClientOptions,
} from "@azure/communication-signaling";
import { createClientLogger } from "@azure/logger";
import { createDeferred } from "./deferred.ts";
import { chatEventNames } from "./event-names.ts";
import { normalize } from "./normalize.ts";
import { RealtimeError } from "./realtime-error.ts";
import type { RealtimeSink, RealtimeTransport, RealtimeTransportFactory } from "./transport.ts";

const logger = createClientLogger("acs-chat:signaling");

/** Options of {@link signalingTransport}. */
export interface SignalingTransportOptions extends SignalingClientOptions {
  /** The time after which a start without a connection is rejected, in milliseconds. Default 30,000. */
  connectTimeoutInMs?: number;
}

/**
 * Creates a transport that wraps `@azure/communication-signaling`. Pass it as `realtime.transport` in the
 * options of a client. Events have the same shapes and values as those of this package's transport. The
 * wrapped package reports neither its own retries nor whether events were missed, so every reconnection
 * ends in `resyncRequired`.
 */
export function signalingTransport(
  options: SignalingTransportOptions = {},
): RealtimeTransportFactory {
  const { connectTimeoutInMs = 30_000, ...signalingOptions } = options;
  return ({ endpoint, credential, apiVersion, sink }): RealtimeTransport => {
    let run: Run | undefined;

    const stop = async (): Promise<void> => {
      const last = run;
      run = undefined;
      last?.attempt.reject(new RealtimeError("Stopped", "Real-time notifications were stopped."));
      await last?.client.stop();
    };
    return {
      async start() {
        await stop();
        const client = new CommunicationSignalingClient(credential, logger, {
          ...signalingOptions,
          resourceEndpoint: endpoint,
          gatewayApiVersion: apiVersion,
        });
        const own: Run = (run = { client, attempt: createAttempt(connectTimeoutInMs) });
        try {
          await connect(own, sink, () => run === own);
        } catch (error) {
          if (run === own) await stop();
          throw error;
        }
      },
      stop,
    };
  };
}

/** What belongs to one start. */
interface Run {
  readonly client: CommunicationSignalingClient;
  readonly attempt: Attempt;
}

/** The wait for the first connection. It is settled once; later calls have no effect. */
interface Attempt {
  readonly promise: Promise<void>;
  readonly isPending: boolean;
  resolve(): void;
  reject(error: RealtimeError): void;
}

function createAttempt(timeoutInMs: number): Attempt {
  const { promise, resolve, reject } = createDeferred<void>();
  let isPending = true;
  const timer = setTimeout(
    () => attempt.reject(new RealtimeError("Timeout", `Not connected within ${timeoutInMs} ms.`)),
    timeoutInMs,
  );
  const settle = (): void => {
    clearTimeout(timer);
    isPending = false;
  };
  const attempt: Attempt = {
    promise,
    get isPending() {
      return isPending;
    },
    resolve() {
      settle();
      resolve();
    },
    reject(error) {
      settle();
      reject(error);
    },
  };
  return attempt;
}

/** Passes the client's events on while `isCurrent` returns true. Resolves when events arrive. */
async function connect(
  { client, attempt }: Run,
  sink: RealtimeSink,
  isCurrent: () => boolean,
): Promise<void> {
  let lostAt: number | undefined;
  client.on("connectionChanged", (state) => {
    if (!isCurrent()) return;
    if (state === ConnectionState.Connected) {
      attempt.resolve();
      if (lostAt !== undefined) {
        sink.resyncRequired({ since: new Date(lostAt), reason: "disconnected" });
      }
      lostAt = undefined;
      sink.connected();
    } else if (state === ConnectionState.Disconnected && !attempt.isPending) {
      lostAt ??= Date.now();
      sink.reconnecting(new RealtimeError("ConnectionLost", "The connection was lost."));
    }
  });
  for (const type of chatEventNames) {
    client.on(type as "chatMessageReceived", (event) => {
      if (isCurrent()) sink.event(type, normalize(event) as never);
    });
  }
  // Not awaited, because it has no timeout.
  client.start().catch((cause: unknown) => {
    attempt.reject(
      new RealtimeError("RequestFailed", "The configuration could not be fetched.", { cause }),
    );
  });
  await attempt.promise;
}
