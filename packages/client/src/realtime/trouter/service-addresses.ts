import { requireText } from "../mapping/fields.ts";
import { isRecord, type JsonRecord, parseRecord } from "../mapping/json.ts";
import type { TrouterEnvironment } from "./environment.ts";
import type { Send } from "./send.ts";
import { maxRegistrationSeconds } from "./timings.ts";
import type { TransportName } from "./transport-choice.ts";

// The requests that establish a connection, in order.

/** The path of the configuration. Its API version is independent of the client's. */
const configurationPath = "/chat/config/realTimeNotifications?api-version=2024-09-01";

/** The path of long polling in error messages. */
export const pollingPath = "/socket.io/1/xhr-polling/<session id>";

/** The addresses of the services behind real time. */
export interface Configuration {
  readonly trouterServiceUrl: string;
  readonly registrarServiceUrl: string;
}

/** Gets the configuration from the chat endpoint. */
export function fetchConfiguration(
  env: TrouterEnvironment,
  send: Send,
  signal: AbortSignal,
): Promise<Configuration> {
  const url = new URL(configurationPath, env.endpoint).href;
  return send({ url, signal, authentication: "bearer" }, (text) => {
    const record = parseRecord(text) ?? {};
    return {
      trouterServiceUrl: requireAddress(env, record, "trouterServiceUrl"),
      registrarServiceUrl: requireAddress(env, record, "registrarServiceUrl"),
    };
  });
}

/** The server to connect to, and the parameters of the connection. */
export interface Allocation {
  /** The URL of the server. */
  readonly socketUrl: string;
  /** The URL to which the service sends the user's events. */
  readonly inboundUrl: string;
  /** The lifetime of the registration in seconds. */
  readonly registrationSeconds: number;
  /** Parameters to send with the handshake and with the next allocation. */
  readonly connectParameters: Record<string, string>;
  /** The `ccid` parameter of the handshake. */
  readonly connectionId: string;
}

/** Requests an allocation from a server or from the service. */
export function requestAllocation(
  env: TrouterEnvironment,
  send: Send,
  url: string,
  signal: AbortSignal,
): Promise<Allocation> {
  return send({ url, body: "", signal }, (text) => {
    const record = parseRecord(text) ?? {};
    const { connectparams, ttl, ccid } = record;
    return {
      socketUrl: requireAddress(env, record, "socketio"),
      inboundUrl: requireText(record, "surl"),
      registrationSeconds: Math.min(Number(ttl) || maxRegistrationSeconds, maxRegistrationSeconds),
      // Other values than strings are converted to strings in the query.
      connectParameters: isRecord(connectparams) ? (connectparams as Record<string, string>) : {},
      connectionId: typeof ccid === "string" ? ccid : "",
    };
  });
}

/** A session on a server that a link can be opened for. */
export interface Handshake {
  /** The transports that the server offers. */
  readonly transports: readonly string[];
  /** Returns the URL of a link. It contains the id of the session, which is enough to read events. */
  linkUrl(transport: TransportName): string;
}

/** Requests a session from a server. The response is `<id>:<heartbeat>:<close>:<transports>`. */
export function performHandshake(
  send: Send,
  socketUrl: string,
  query: URLSearchParams,
  signal: AbortSignal,
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

/**
 * Returns a URL of a response, with a slash at its end.
 * @throws `RealtimeError` if no token may be sent there: it is neither https nor of the endpoint's origin.
 */
function requireAddress(env: TrouterEnvironment, record: JsonRecord, key: string): string {
  const { protocol, href, origin } = new URL(requireText(record, key), env.endpoint);
  if (protocol !== "https:" && origin !== new URL(env.endpoint).origin) {
    const message = `${key} is ${origin}: expected an https URL, or a URL of the endpoint's origin.`;
    throw new env.RealtimeError("InsecureUrl", message);
  }
  return href.endsWith("/") ? href : `${href}/`;
}
