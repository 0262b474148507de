import { setTimeout as wait } from "node:timers/promises";
import { formatDateTime } from "../spec/values.ts";
import type { Hub } from "./hub.ts";
import { createPollingLink, type PollingLink, receivePost, type Timers } from "./polling.ts";
import type { Session } from "./session.ts";
import { TIMES } from "./session.ts";

/** Returns the raw id of a token's user. Throws if the token is invalid. */
export type TokenCheck = (token: string) => string;

/** The path of the registrar, under the emulator's own origin. */
const REGISTRAR = "/registrar";

/** The longest id of a registration. */
const LONGEST_ID = 200;

/**
 * Creates the HTTP side of real time: configuration, allocation, handshake, long polling, registrar.
 * It returns undefined for all other requests.
 */
export function createRealtimeHttp(
  hub: Hub,
  check: TokenCheck,
  timers?: Timers,
): (request: Request) => Promise<Response> | undefined {
  const links = new WeakMap<Session, PollingLink>();

  /** Returns the user of a request, or the response that refuses the request. */
  const userOf = (token: string | null | undefined): string | Response => {
    if (hub.faults.refuseTokens > 0) {
      hub.faults.refuseTokens -= 1;
      return refusal(hub.faults.refuseForGood);
    }
    if (!token) return refusal(false);
    try {
      return check(token);
    } catch {
      return refusal(false);
    }
  };
  const skypeUser = (request: Request) => userOf(request.headers.get("x-skypetoken"));

  const configuration = (request: Request, url: URL): Response => {
    const user = userOf(/^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1]);
    if (typeof user !== "string") return user;
    if (!url.searchParams.get("api-version")) {
      const Message = "The query parameter api-version is missing.";
      return Response.json(
        { CommunicationError: { Code: "BadRequest", Message, Details: [] } },
        { status: 400 },
      );
    }
    return Response.json({
      trouterServiceUrl: url.origin,
      registrarServiceUrl: `${url.origin}${REGISTRAR}`,
      cloudType: "Public",
    });
  };

  const allocation = (request: Request, url: URL): Response => {
    const user = skypeUser(request);
    if (typeof user !== "string") return user;
    const epid = url.searchParams.get("epid");
    if (!isId(epid)) return plain("The query parameter epid is missing.", 400);
    hub.registrations.ensure(epid, user);
    const own = `${url.origin}/v4/f/${encodeURIComponent(epid)}/`;
    return Response.json({
      socketio: `${url.origin}/`,
      url: own,
      surl: own,
      curlb: url.origin,
      id: epid,
      ccid: epid,
      ttl: String(TIMES.allocation),
      connectparams: {
        sr: epid,
        issuer: "acs-chat-emulator",
        se: Date.now() + TIMES.allocation * 1000,
        st: formatDateTime(Date.now()),
      },
    });
  };

  const handshake = (request: Request, url: URL): Response => {
    const user = skypeUser(request);
    if (typeof user !== "string") return user;
    const epid = url.searchParams.get("epid");
    if (!isId(epid)) return plain("The query parameter epid is missing.", 400);
    const { sid } = hub.handshake(epid, user);
    const transports = hub.faults.pollingOnly ? "xhr-polling" : "websocket,xhr-polling";
    return plain(`${sid}:${TIMES.close}:${TIMES.close}:${transports}`);
  };

  const polling = async (request: Request, sid: string): Promise<Response> => {
    const session = hub.session(sid);
    if (session === undefined) return plain("The session does not exist.", 404);
    let link = links.get(session);
    if (link === undefined) {
      if (session.connected) return plain("The session already has another connection.", 400);
      links.set(session, (link = createPollingLink(timers)));
      session.open(link);
    }
    if (request.method === "POST") return await receivePost(session, request);
    const response = await link.poll();
    // The poll has made room for more events.
    session.flush();
    return response;
  };

  const register = async (request: Request): Promise<Response> => {
    const user = skypeUser(request);
    if (typeof user !== "string") return user;
    const body = (await request.json().catch(() => undefined)) as
      | { registrationId?: unknown }
      | null
      | undefined;
    if (!isId(body?.registrationId)) return plain("registrationId is missing.", 400);
    hub.registrations.ensure(body.registrationId, user);
    return new Response(null, { status: 202 });
  };

  const unregister = (request: Request, id: string): Response => {
    const user = skypeUser(request);
    if (typeof user !== "string") return user;
    hub.unregister(id, user);
    return new Response(null, { status: 202 });
  };

  const route = (request: Request, url: URL): (() => Response | Promise<Response>) | undefined => {
    const { pathname: path } = url;
    switch (`${request.method} ${path}`) {
      case "GET /":
        // The official client requests this path to check its network connection. A browser that opens
        // the emulator's address asks for HTML.
        if (request.headers.get("accept")?.includes("text/html")) return undefined;
        return () => plain("Trouter");
      case "GET /chat/config/realTimeNotifications":
        return () => configuration(request, url);
      case "POST /v4/a":
        return () => allocation(request, url);
      case "GET /socket.io/1/":
      case "POST /socket.io/1/":
        return () => handshake(request, url);
      case `POST ${REGISTRAR}/v3/registrations`:
        return () => register(request);
    }
    const sid = /^\/socket\.io\/1\/xhr-polling\/([^/]+)$/.exec(path)?.[1];
    if (sid !== undefined && ["GET", "POST"].includes(request.method)) {
      return () => polling(request, sid);
    }
    const id = /^\/registrar\/v3\/registrations\/([^/]+)$/.exec(path)?.[1];
    if (id !== undefined && request.method === "DELETE") {
      return () => unregister(request, decode(id));
    }
    return undefined;
  };

  return (request) => {
    const handle = route(request, new URL(request.url));
    if (handle === undefined) return undefined;
    return (async () => {
      if (hub.faults.delay > 0) await wait(hub.faults.delay, undefined, { ref: false });
      return await handle();
    })();
  };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_ID;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refusal(forGood: boolean): Response {
  return new Response(null, {
    status: 401,
    headers: forGood ? { "x-trouter-skypetoken-deprecated": "1" } : {},
  });
}

const plain = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
