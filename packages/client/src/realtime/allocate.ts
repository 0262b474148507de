import type { RealtimeEnvironment } from "./environment.ts";
import { pongTime, registrationTime } from "./environment.ts";
import { parseObject } from "./frames.ts";
import { RealtimeError } from "./realtime-error.ts";
import { requireSafe, type Requester } from "./request.ts";

/** The api-version of the configuration; it is not the one of the chat API. */
const configurationVersion = "2024-09-01";

/** What is remembered from one connection to the next. */
export interface Allocator {
  /**
   * Asks for a place to connect to: configuration (once), allocation, handshake.
   * @returns The URL of a socket, less the name of the transport.
   */
  allocate(signal: AbortSignal): Promise<Allocation>;
  /** Tells the service which registration is to get this user's events. */
  register(signal: AbortSignal): Promise<void>;
  /** Takes the registration back. */
  unregister(signal: AbortSignal): Promise<void>;
  /** Forgets what it remembers: the next allocation starts from the endpoint. */
  forget(): void;
}

/** A place to connect to. */
export interface Allocation {
  /** Settled when the service knows it: done beside the handshake, not after the connection. */
  registered: Promise<void>;
  /** Names of the transports that are offered. */
  transports: string[];
  url(transport: string): string;
}

/** Makes an allocator. */
export function createAllocator(
  endpoint: string,
  requester: Requester,
  env: RealtimeEnvironment,
): Allocator {
  const registrationId = env.newId();
  let connections = 0;
  let configuration: { trouter: string; registrar: string } | undefined;
  let place:
    | { socketio: string; surl: string; ttl: number; query: Record<string, string> }
    | undefined;

  const safe = (url: unknown): string => requireSafe(url, endpoint).replace(/\/?$/, "/");

  const register = async (signal: AbortSignal): Promise<void> => {
    const ttl = Math.min(place!.ttl || Infinity, registrationTime / 1000);
    const body = JSON.stringify({
      clientDescription: {
        appId: "AcsWeb",
        templateKey: "AcsWeb_Chat_2.1",
        platform: "SPOOL",
        platformUIVersion: "0.0.0",
        languageId: "en-US",
        aesKey: "",
      },
      registrationId,
      nodeId: "",
      transports: { TROUTER: [{ context: "", path: place!.surl, ttl }] },
    });
    const url = `${configuration!.registrar}v3/registrations`;
    await requester.send(url, "X-Skypetoken", { method: "POST", body, signal });
  };

  return {
    async allocate(signal) {
      if (!configuration) {
        const url = new URL("/chat/config/realTimeNotifications", endpoint);
        url.searchParams.set("api-version", configurationVersion);
        const names = ["trouterServiceUrl", "registrarServiceUrl"];
        const value = read(
          await requester.send(url.href, "Authorization", { signal }),
          "configuration",
          names,
        );
        configuration = { trouter: safe(value[names[0]!]), registrar: safe(value[names[1]!]) };
      }
      const common = {
        epid: registrationId,
        cor_id: env.newId(),
        con_num: `${env.now()}_${++connections}`,
      };
      const allocation = read(
        // A second time at the place itself, so that the service may give the same one again.
        await requester.send(
          `${place?.socketio ?? configuration.trouter}v4/a?${new URLSearchParams({ ...place?.query, ...common })}`,
          "X-Skypetoken",
          { method: "POST", body: "", signal },
        ),
        "allocation",
        ["socketio", "surl"],
      );
      place = {
        socketio: safe(allocation["socketio"]),
        surl: allocation["surl"] as string,
        ttl: +(allocation["ttl"] as string) || 0,
        query: allocation["connectparams"] as Record<string, string>,
      };
      const query = new URLSearchParams({
        ...place.query,
        v: "v4",
        tc: '{"cv":"1"}',
        timeout: "40",
        auth: "true",
        ccid: String(allocation["ccid"] ?? ""),
        ...common,
      });
      const registered = register(signal);
      registered.catch(() => {});
      const base = `${place.socketio}socket.io/1/`;
      const text = await requester.send(`${base}?${query}`, "X-Skypetoken", { signal });
      const [sid, , , transports] = text.split(":");
      if (!sid || !transports)
        throw new RealtimeError("InvalidAnswer", "The handshake makes no sense.");
      return {
        registered,
        transports: transports.split(","),
        url: (transport) => `${base}${transport}/${encodeURIComponent(sid)}?${query}`,
      };
    },
    register,
    async unregister(signal) {
      if (!configuration) return;
      const url = `${configuration.registrar}v3/registrations/${registrationId}`;
      await requester.send(url, "X-Skypetoken", { method: "DELETE", signal, timeout: pongTime });
    },
    forget() {
      configuration = place = undefined;
    },
  };
}

/** An object from an answer, with the fields it must have. */
function read(text: string, what: string, names: string[]): Record<string, unknown> {
  const value = parseObject(text) ?? {};
  for (const name of names) {
    if (typeof value[name] !== "string" || !value[name]) {
      throw new RealtimeError("InvalidAnswer", `The ${what} lacks ${name}.`);
    }
  }
  return value;
}
