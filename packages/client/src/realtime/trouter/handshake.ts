import type { Send } from "./send.ts";
import type { TransportName } from "./transport-choice.ts";

/** A session on a server that a link can be opened for. */
export interface Handshake {
  /** The transports that the server offers. */
  readonly transports: readonly string[];
  /** Returns the URL of a link. It contains the id of the session, which is enough to read events. */
  linkUrl(transport: TransportName): string;
}

/** Asks a server for a session. The response is `<id>:<heartbeat>:<close>:<transports>`. */
export function performHandshake(
  send: Send,
  { socketUrl, query, signal }: { socketUrl: string; query: URLSearchParams; signal: AbortSignal },
): Promise<Handshake> {
  const baseUrl = `${socketUrl}socket.io/1/`;
  return send({ url: `${baseUrl}?${query}`, signal }, (text) => {
    const [sessionId, , , transports] = text.split(":");
    if (!sessionId || !transports) {
      throw new Error("expected <id>:<heartbeat>:<close>:<transports>, received another text");
    }
    return {
      transports: transports.split(","),
      linkUrl: (transport) => `${baseUrl}${transport}/${sessionId}?${query}`,
    };
  });
}

/** The path of long polling in error messages. */
export const pollingPath = "/socket.io/1/xhr-polling/<session id>";
