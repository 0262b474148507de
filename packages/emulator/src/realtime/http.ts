import { setTimeout as wait } from "node:timers/promises";
import { createEndpoints, type Endpoint } from "./endpoints.ts";
import type { RealtimeFaults } from "./faults.ts";
import type { Hub } from "./hub.ts";
import type { Timers } from "./polling.ts";

/** Returns the raw id of a token's user. Throws if the token is invalid. */
export type TokenCheck = (token: string) => string;

/**
 * Creates the HTTP side of real time: configuration, allocation, handshake, long polling, registrar.
 * It returns undefined for all other requests.
 */
export function createRealtimeHttp(
  hub: Hub,
  check: TokenCheck,
  timers?: Timers,
): (request: Request) => Promise<Response> | undefined {
  const endpoints = createEndpoints(hub, timers);

  const respond = async (
    { token, respond: handle }: Endpoint,
    request: Request,
    url: URL,
    id: string,
  ): Promise<Response> => {
    if (hub.faults.delay > 0) await wait(hub.faults.delay, undefined, { ref: false });
    const user = token === "none" ? "" : userOf(tokenIn(request, token), check, hub.faults);
    return typeof user === "string" ? await handle({ request, url, user, id }) : user;
  };

  return (request) => {
    const url = new URL(request.url);
    if (isPageVisit(request, url)) return undefined;
    for (const endpoint of endpoints) {
      const id = endpoint.methods.includes(request.method)
        ? matchPath(endpoint.path, url.pathname)
        : undefined;
      if (id !== undefined) return respond(endpoint, request, url, id);
    }
    return undefined;
  };
}

/** Returns whether a browser opens the emulator's address, which belongs to the page. */
const isPageVisit = ({ headers }: Request, { pathname }: URL): boolean =>
  pathname === "/" && headers.get("accept")?.includes("text/html") === true;

/** Returns the decoded segment at `:id`, an empty text for an equal path, or undefined. */
function matchPath(pattern: string, path: string): string | undefined {
  if (pattern === path) return "";
  if (!pattern.endsWith("/:id")) return undefined;
  const parent = pattern.slice(0, -"/:id".length);
  const slash = path.lastIndexOf("/");
  const last = path.slice(slash + 1);
  return path.slice(0, slash) === parent && last !== "" ? decode(last) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function tokenIn({ headers }: Request, header: Exclude<Endpoint["token"], "none">): string {
  const value = headers.get(header) ?? "";
  return header === "authorization" ? (/^Bearer +(\S+)$/i.exec(value)?.[1] ?? "") : value;
}

/** Returns the user of a token, or the response that refuses the request. */
function userOf(token: string, check: TokenCheck, faults: RealtimeFaults): string | Response {
  if (faults.refuseTokens > 0) {
    faults.refuseTokens -= 1;
    return refusal(faults.refuseForGood);
  }
  if (token === "") return refusal(false);
  try {
    return check(token);
  } catch {
    return refusal(false);
  }
}

function refusal(forGood: boolean): Response {
  return new Response(null, {
    status: 401,
    headers: forGood ? { "x-trouter-skypetoken-deprecated": "1" } : {},
  });
}
