import { noFaults, parseFaults, type RealtimeFaults } from "./faults.ts";
import type { Hub, HubStatus } from "./hub.ts";
import type { Session } from "./session.ts";

/** Which connections something is to happen to: all, unless something narrows them. */
export interface ConnectionWish {
  /** Only connections of this user. */
  readonly userId?: string;
  /** Only so many, drawn by lot. */
  readonly count?: number;
}

/** Whose undelivered events are to be lost, and how. */
export interface LossWish {
  /** Only those of this user. */
  readonly userId?: string;
  /** Whether the client is told. Default true. */
  readonly announce?: boolean;
}

/** What tests do with real time; over HTTP the same is under `/_emulator/realtime`. */
export interface RealtimeControl {
  status(): HubStatus;
  /** Sets faults; those not given end. */
  setFaults(faults: Partial<RealtimeFaults>): RealtimeFaults;
  /** Cuts connections, as a network failure would. Returns how many. */
  drop(wish?: ConnectionWish): number;
  /** Asks clients to move to a new connection (`trouter.reconnect`). Returns how many. */
  reconnect(wish?: ConnectionWish): number;
  /** Loses all undelivered events. Returns how many. */
  lose(wish?: LossWish): number;
  /** Ends all connections, and forgets registrations, undelivered events and faults. */
  reset(): void;
}

/** Makes the control of a hub. */
export function createRealtimeControl(
  hub: Hub,
  random: () => number = Math.random,
): RealtimeControl {
  const each = ({ userId, count = Infinity }: ConnectionWish, act: (one: Session) => void) => {
    const chosen = draw(hub.connected(userId), count, random);
    for (const session of chosen) act(session);
    return chosen.length;
  };
  return {
    status: () => hub.status(),
    setFaults: (faults) => Object.assign(hub.faults, noFaults(), faults),
    drop: (wish = {}) => each(wish, (session) => session.cut()),
    reconnect: (wish = {}) => each(wish, (session) => session.askToMove()),
    lose: ({ userId, announce = true } = {}) => hub.loseUndelivered(announce, userId),
    reset: () => hub.reset(),
  };
}

/**
 * Serves the control over HTTP: `GET /_emulator/realtime`, `PUT …/faults`, and `POST …/drop`,
 * `…/reconnect` and `…/lose` with a wish as JSON. Undefined for any other path.
 */
export async function serveRealtimeControl(
  control: RealtimeControl,
  request: Request,
): Promise<Response | undefined> {
  const action = /^\/_emulator\/realtime(?:\/([a-z]+))?$/.exec(new URL(request.url).pathname);
  if (action === null) return undefined;
  const text = await request.text();
  const wish = text === "" ? {} : parseObject(text);
  if (wish === undefined) return problem(400, "The body is no JSON object.");
  switch (`${request.method} ${action[1] ?? ""}`) {
    case "GET ":
      return Response.json(control.status());
    case "PUT faults": {
      const faults = parseFaults(wish);
      if (typeof faults === "string") return problem(400, faults);
      return Response.json(control.setFaults(faults));
    }
    case "POST drop":
    case "POST reconnect":
    case "POST lose": {
      const wrong = wrongWith(wish);
      if (wrong !== undefined) return problem(400, wrong);
      if (action[1] === "lose") return Response.json({ events: control.lose(wish) });
      const act = action[1] === "drop" ? control.drop : control.reconnect;
      return Response.json({ connections: act(wish) });
    }
  }
  return undefined;
}

function wrongWith({ userId, count, announce }: Record<string, unknown>): string | undefined {
  if (userId !== undefined && typeof userId !== "string") return "userId must be a string.";
  if (announce !== undefined && typeof announce !== "boolean") return "announce must be a boolean.";
  if (count !== undefined && (!Number.isInteger(count) || (count as number) < 1)) {
    return "count must be a whole number from 1.";
  }
  return undefined;
}

/** So many of the list, drawn by lot. */
function draw<T>(all: readonly T[], count: number, random: () => number): T[] {
  const rest = [...all];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return chosen;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const problem = (status: number, message: string): Response =>
  Response.json({ error: { code: "BadRequest", message } }, { status });
