import type { Surroundings } from "./environment.ts";
import { pongTime, registrationSeconds } from "./environment.ts";
import { type Fields, fail, parseObject, text } from "./fields.ts";
import type { Send } from "./request.ts";

/** Where the configuration is; its api-version is not the one of the chat API. */
const configurationPath = "/chat/config/realTimeNotifications?api-version=2024-09-01";

/** What is remembered from one connection to the next. */
export interface Allocator {
  /**
   * Asks for a place to connect to: configuration (once), allocation, handshake.
   * @throws {@link RealtimeError}; another `Error` when an answer makes no sense
   */
  allocate(signal: AbortSignal): Promise<Allocation>;
  /** Tells the service which registration is to get this user's events. */
  register(signal: AbortSignal): Promise<unknown>;
  /** Takes the registration back. */
  unregister(): Promise<unknown>;
  /** Forgets what it remembers: the next allocation starts from the endpoint. */
  forget(): void;
}

/** A place to connect to. */
export interface Allocation {
  /** Settled when the service knows it: done beside the handshake, not after the connection. */
  registered: Promise<unknown>;
  /** Names of the transports that are offered, with commas between. */
  transports: string;
  /** The URL of a socket. */
  url(transport: string): string;
}

/** Makes an allocator. */
export function createAllocator(env: Surroundings, send: Send): Allocator {
  const { endpoint } = env;
  const registrationId = env.newId();
  let connections = 0;
  let trouter: string | undefined;
  let registrations: string;
  let socketio: string | undefined;
  let allocation: Fields = {};

  /** An address that a token may go to: https, or the endpoint's own host as the endpoint is reached. */
  const address = (fields: Fields, key: string): string => {
    const { protocol, href, origin } = new URL(text(fields, key), endpoint);
    if (protocol !== "https:" && origin !== new URL(endpoint).origin) {
      throw new env.RealtimeError("InsecureUrl", `${key} leads to ${origin}`);
    }
    return href.replace(/\/?$/, "/");
  };

  const register = (signal: AbortSignal): Promise<unknown> => {
    const ttl = Math.min(+(allocation["ttl"] as string) || Infinity, registrationSeconds);
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
      transports: { TROUTER: [{ context: "", path: allocation["surl"], ttl }] },
    });
    return send(registrations, signal, { body });
  };

  const allocate = async (signal: AbortSignal): Promise<Allocation> => {
    if (!trouter) {
      const { href } = new URL(configurationPath, endpoint);
      const bearer = { tokenHeader: "Authorization", scheme: "Bearer " } as const;
      const fields = parseObject(await send(href, signal, bearer)) ?? {};
      registrations = `${address(fields, "registrarServiceUrl")}v3/registrations`;
      trouter = address(fields, "trouterServiceUrl");
    }
    const common = {
      epid: registrationId,
      cor_id: env.newId(),
      con_num: `${env.now()}_${++connections}`,
    };
    const parameters = (more?: object) =>
      new URLSearchParams({ ...(allocation["connectparams"] as object), ...more, ...common });
    // A second time at the place itself, so that the service may give the same one again.
    const url = `${socketio ?? trouter}v4/a?${parameters()}`;
    const answer = parseObject(await send(url, signal, { body: "" })) ?? {};
    socketio = address(answer, "socketio");
    text(answer, "surl");
    allocation = answer;
    const query = parameters({
      v: "v4",
      tc: '{"cv":"1"}',
      timeout: "40",
      auth: "true",
      ccid: allocation["ccid"] ?? "",
    });
    const registered = register(signal);
    registered.catch(() => {});
    const base = `${socketio}socket.io/1/`;
    const [sid, , , transports] = (await send(`${base}?${query}`, signal)).split(":");
    if (!sid || !transports) fail("handshake");
    return {
      registered,
      transports,
      url: (transport) => `${base}${transport}/${sid}?${query}`,
    };
  };

  return {
    allocate,
    register,
    unregister: async () =>
      registrations &&
      send(`${registrations}/${registrationId}`, undefined, {
        method: "DELETE",
        timeout: pongTime,
      }),
    forget() {
      trouter = socketio = undefined;
      allocation = {};
    },
  };
}
