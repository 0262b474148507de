import { stoppedError } from "../failures.ts";
import type { Allocator } from "./allocator.ts";
import { type Connection, type ConnectionEvents, createConnection } from "./connection.ts";
import type { TrouterEnvironment } from "./environment.ts";
import { pollingPath } from "./service-addresses.ts";
import type { OpenLink } from "./link.ts";
import type { Send } from "./send.ts";
import type { Session } from "./session.ts";
import { createTransportChooser } from "./transport-choice.ts";
import { suitableWebSocket, webSocketLink } from "./web-socket-link.ts";

/** A connection that the server has greeted. */
export interface OpenedConnection {
  readonly connection: Connection;
  /** Whether the server has kept all events since the last connection. */
  readonly isRetained: boolean;
  /** Settled when the service knows where to send the user's events. */
  readonly registered: Promise<void>;
}

/** Makes connections. */
export interface Connector {
  /** Makes a connection and waits for the greeting. The session ends the connection when it closes. */
  open(session: Session, events: ConnectionEvents): Promise<OpenedConnection>;
}

/** Creates a connector. */
export function createConnector(
  env: TrouterEnvironment,
  send: Send,
  allocator: Allocator,
): Connector {
  const { webSocket: given } = env;
  const native = globalThis.WebSocket as typeof WebSocket | undefined;
  const chooser = createTransportChooser(Boolean(given ?? native));

  const chooseLink = async (
    transports: readonly string[],
    linkUrl: (transport: "websocket" | "xhr-polling") => string,
  ): Promise<OpenLink> => {
    const transport = chooser.choose(transports);
    const url = linkUrl(transport);
    if (transport === "websocket") {
      return webSocketLink(given || (await suitableWebSocket(native!)), url);
    }
    // Few environments need long polling, so its file is loaded only there.
    const { pollingLink } = await import("./polling.ts");
    return pollingLink({ send, url, path: pollingPath, env });
  };

  return {
    async open(session, events) {
      const { registered, transports, linkUrl } = await allocator.allocate(session.signal);
      const openLink = await chooseLink(transports, linkUrl);
      if (session.signal.aborted) throw stoppedError(env);
      let remove: (() => void) | undefined;
      const connection = createConnection(env, openLink, {
        ...events,
        onEnd(ended, error) {
          remove?.();
          events.onEnd(ended, error);
        },
      });
      remove = session.add(() => connection.end(stoppedError(env)));
      const { isRetained } = await connection.greeted;
      chooser.succeeded();
      return { connection, isRetained, registered };
    },
  };
}
