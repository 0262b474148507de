import { formatDateTime } from "../spec/values.ts";
import type { Hub } from "./hub.ts";
import { createPollingLink, type PollingLink, receivePost, type Timers } from "./polling.ts";
import { type Session, TIMES } from "./session.ts";

/** A request to an endpoint. */
interface EndpointRequest {
  readonly request: Request;
  readonly url: URL;
  /** The raw id of the token's user; empty if the endpoint takes no token. */
  readonly user: string;
  /** The decoded segment that matches `:id` in the endpoint's path; empty if the path has no `:id`. */
  readonly id: string;
}

/** An endpoint that leads to a connection, or belongs to one. */
export interface Endpoint {
  readonly methods: readonly string[];
  /** The path. Its last segment can be `:id`, which matches any segment. */
  readonly path: string;
  /** The header that carries the user's token. A session id needs no token beside it. */
  readonly token: "authorization" | "x-skypetoken" | "none";
  respond(request: EndpointRequest): Response | Promise<Response>;
}

/** The path of the registrar, under the emulator's own origin. */
const REGISTRAR = "/registrar";

/** Returns the endpoints in the order in which a client uses them. */
export function createEndpoints(hub: Hub, timers?: Timers): readonly Endpoint[] {
  return [
    {
      // The official client requests the root path to check its network connection.
      methods: ["GET"],
      path: "/",
      token: "none",
      respond: () => plain("Trouter"),
    },
    {
      methods: ["GET"],
      path: "/chat/config/realTimeNotifications",
      token: "authorization",
      respond: ({ url }) => configuration(url),
    },
    {
      methods: ["POST"],
      path: "/v4/a",
      token: "x-skypetoken",
      respond: ({ url, user }) => allocation(hub, url, user),
    },
    {
      methods: ["GET", "POST"],
      path: "/socket.io/1/",
      token: "x-skypetoken",
      respond: ({ url, user }) => handshake(hub, url, user),
    },
    {
      methods: ["POST"],
      path: `${REGISTRAR}/v3/registrations`,
      token: "x-skypetoken",
      respond: ({ request, user }) => register(hub, request, user),
    },
    {
      methods: ["DELETE"],
      path: `${REGISTRAR}/v3/registrations/:id`,
      token: "x-skypetoken",
      respond: ({ id, user }) => unregister(hub, id, user),
    },
    {
      methods: ["GET", "POST"],
      path: "/socket.io/1/xhr-polling/:id",
      token: "none",
      respond: createPolling(hub, timers),
    },
  ];
}

function configuration(url: URL): Response {
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
}

function allocation(hub: Hub, url: URL, user: string): Response {
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
}

function handshake(hub: Hub, url: URL, user: string): Response {
  const epid = url.searchParams.get("epid");
  if (!isId(epid)) return plain("The query parameter epid is missing.", 400);
  const { sid } = hub.handshake(epid, user);
  const transports = hub.faults.pollingOnly ? "xhr-polling" : "websocket,xhr-polling";
  return plain(`${sid}:${TIMES.close}:${TIMES.close}:${transports}`);
}

async function register(hub: Hub, request: Request, user: string): Promise<Response> {
  const body = (await request.json().catch(() => undefined)) as
    | { registrationId?: unknown }
    | null
    | undefined;
  if (!isId(body?.registrationId)) return plain("registrationId is missing.", 400);
  hub.registrations.ensure(body.registrationId, user);
  return new Response(null, { status: 202 });
}

function unregister(hub: Hub, id: string, user: string): Response {
  hub.unregister(id, user);
  return new Response(null, { status: 202 });
}

function createPolling(hub: Hub, timers: Timers | undefined): Endpoint["respond"] {
  const links = new WeakMap<Session, PollingLink>();
  return async ({ request, id }) => {
    const session = hub.session(id);
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
}

/** The longest id of a registration. */
const LONGEST_ID = 200;

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_ID;
}

const plain = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
