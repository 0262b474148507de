import { noFaults, parseFaults } from "./faults.ts";
import type { Hub } from "./hub.ts";

const ROOT = "/_emulator/realtime";

/**
 * The part of the control API that looks after real time:
 * `GET /_emulator/realtime`, `PUT /_emulator/realtime/faults`, and `POST` to `drop`, `reconnect`
 * and `lose` with `{"userId"?, "count"?, "announce"?}`. Undefined for any other request.
 */
export function createRealtimeControl(
  hub: Hub,
  random: () => number = Math.random,
): (request: Request) => Promise<Response> | undefined {
  const answer = async (request: Request, path: string): Promise<Response> => {
    if (path === "") return only(request, "GET") ?? Response.json(hub.status());
    if (path === "/faults") return only(request, "PUT") ?? (await putFaults(request));
    const wrong = only(request, "POST");
    if (wrong) return wrong;
    const wish = await readWish(request);
    if (typeof wish === "string") return problem(400, wish);
    if (path === "/lose") {
      return Response.json({ lost: hub.loseUndelivered(wish.announce ?? true, wish.userId) });
    }
    const chosen = some(hub.connected(wish.userId), wish.count ?? Infinity, random);
    for (const session of chosen) {
      if (path === "/drop") session.cut();
      else session.askToMove();
    }
    return Response.json({ sessions: chosen.length });
  };

  const putFaults = async (request: Request): Promise<Response> => {
    const faults = parseFaults(await request.json().catch(() => undefined));
    if (typeof faults === "string") return problem(400, faults);
    return Response.json(Object.assign(hub.faults, noFaults(), faults));
  };

  return (request) => {
    const { pathname } = new URL(request.url);
    const path = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length) : undefined;
    if (path === undefined || !["", "/faults", "/drop", "/reconnect", "/lose"].includes(path)) {
      return undefined;
    }
    return answer(request, path);
  };
}

interface Wish {
  readonly userId?: string;
  readonly count?: number;
  readonly announce?: boolean;
}

async function readWish(request: Request): Promise<Wish | string> {
  const text = await request.text();
  if (text === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "The body is no JSON.";
  }
  if (typeof value !== "object" || value === null) return "Give a JSON object, or no body.";
  const { userId, count, announce } = value as Record<string, unknown>;
  if (userId !== undefined && typeof userId !== "string") return "userId must be a string.";
  if (count !== undefined && (!Number.isInteger(count) || (count as number) < 1)) {
    return "count must be a whole number from 1.";
  }
  if (announce !== undefined && typeof announce !== "boolean") return "announce must be a boolean.";
  return value as Wish;
}

/** So many of the list, drawn by lot. */
function some<T>(all: readonly T[], count: number, random: () => number): T[] {
  const rest = [...all];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return chosen;
}

function only(request: Request, method: string): Response | undefined {
  if (request.method === method) return undefined;
  const answer = problem(405, `${request.method} is not supported here; use ${method}.`);
  answer.headers.set("Allow", method);
  return answer;
}

const problem = (status: number, message: string): Response =>
  Response.json(
    { error: { code: status === 405 ? "MethodNotAllowed" : "BadRequest", message } },
    { status },
  );
