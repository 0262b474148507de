import { requireText } from "../mapping/fields.ts";
import { isRecord, parseRecord } from "../mapping/json.ts";
import { requireAddress } from "./address.ts";
import type { TrouterEnvironment } from "./environment.ts";
import type { Send } from "./send.ts";
import { maxRegistrationSeconds } from "./timings.ts";

/** A place on a server to connect to. */
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

/** Asks a server, or the service, for a place to connect to. */
export function requestAllocation(
  env: TrouterEnvironment,
  send: Send,
  { baseUrl, query, signal }: { baseUrl: string; query: URLSearchParams; signal: AbortSignal },
): Promise<Allocation> {
  return send({ url: `${baseUrl}v4/a?${query}`, body: "", signal }, (text) => {
    const record = parseRecord(text) ?? {};
    const { connectparams, ttl, ccid } = record;
    return {
      socketUrl: requireAddress(env, record, "socketio"),
      inboundUrl: requireText(record, "surl"),
      registrationSeconds: Math.min(Number(ttl) || maxRegistrationSeconds, maxRegistrationSeconds),
      connectParameters: isRecord(connectparams) ? toTexts(connectparams) : {},
      connectionId: typeof ccid === "string" ? ccid : "",
    };
  });
}

const toTexts = (record: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
