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
import { chatEventNames } from "./event-names.ts";
import { normalize } from "./normalize.ts";
import { RealtimeError } from "./realtime-error.ts";
import type { RealtimeTransport, RealtimeTransportFactory } from "./transport.ts";

const logger = createClientLogger("acs-chat:signaling");

/** Options of {@link signalingTransport}. */
export interface SignalingTransportOptions extends SignalingClientOptions {
  /** The time after which a start without a connection is rejected, in milliseconds. Default 30,000. */
  connectTimeoutInMs?: number;
}

/**
 * Makes the transport that wraps `@azure/communication-signaling`: give it as `realtime.transport` of a
 * client's options. Events have the same shapes and values as those of this package's transport. What
 * the wrapped package does not tell cannot be told here either: its own retries, and whether anything
 * was missed, so that every reconnection ends in `resyncRequired`.
 */
export function signalingTransport(
  options: SignalingTransportOptions = {},
): RealtimeTransportFactory {
  const { connectTimeoutInMs = 30_000, ...signalingOptions } = options;
  return ({ endpoint, credential, apiVersion, sink }): RealtimeTransport => {
    let client: CommunicationSignalingClient | undefined;
    let interrupt: ((error: RealtimeError) => void) | undefined;

    const connect = async (own: CommunicationSignalingClient): Promise<void> => {
      let lostAt: number | undefined;
      const connected = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () =>
            interrupt?.(
              new RealtimeError("Timeout", `Not connected within ${connectTimeoutInMs} ms.`),
            ),
          connectTimeoutInMs,
        );
        const settle = (): void => {
          clearTimeout(timer);
          interrupt = undefined;
        };
        interrupt = (error) => {
          settle();
          reject(error);
        };
        own.on("connectionChanged", (state) => {
          if (client !== own) return;
          if (state === ConnectionState.Connected) {
            settle();
            resolve();
            if (lostAt !== undefined) {
              sink.resyncRequired({ since: new Date(lostAt), reason: "disconnected" });
            }
            lostAt = undefined;
            sink.connected();
          } else if (state === ConnectionState.Disconnected && interrupt === undefined) {
            lostAt ??= Date.now();
            sink.reconnecting(new RealtimeError("ConnectionLost", "The connection was lost."));
          }
        });
      });
      connected.catch(() => {});
      for (const type of chatEventNames) {
        own.on(type as "chatMessageReceived", (event) => {
          if (client === own) sink.event(type, normalize(event) as never);
        });
      }
      // Not awaited, because it has no timeout.
      own.start().catch((cause: unknown) => {
        interrupt?.(
          new RealtimeError("RequestFailed", "The configuration could not be fetched.", { cause }),
        );
      });
      await connected;
    };

    const stop = async (): Promise<void> => {
      const last = client;
      client = undefined;
      interrupt?.(new RealtimeError("Stopped", "Real-time notifications were stopped."));
      await last?.stop();
    };
    return {
      async start() {
        await stop();
        const own = (client = new CommunicationSignalingClient(credential, logger, {
          ...signalingOptions,
          resourceEndpoint: endpoint,
          gatewayApiVersion: apiVersion,
        }));
        try {
          await connect(own);
        } catch (error) {
          if (client === own) await stop();
          throw error;
        }
      },
      stop,
    };
  };
}
