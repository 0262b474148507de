import { json } from "../control/json.ts";
import { readObject, text, truth, whole } from "../control/check.ts";
import { checkRealtimeFaults, noFaults, type RealtimeFaults } from "./faults.ts";
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

/**
 * What tests do with real time. Unknown properties and values out of range are refused by name,
 * with a {@link ServiceError} 400. Over HTTP the same is under `/_emulator/realtime`.
 */
export interface RealtimeControl {
  status(): HubStatus;
  /**
   * Sets faults; those not given end.
   * @throws {@link ServiceError} 400 that names an unknown fault, or a value out of range.
   */
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
  const each = (wish: ConnectionWish, act: (one: Session) => void) => {
    const { userId, count = Infinity } = checkConnectionWish(wish);
    const chosen = draw(hub.connected(userId), count, random);
    for (const session of chosen) act(session);
    return chosen.length;
  };
  return {
    status: () => hub.status(),
    setFaults: (faults) => Object.assign(hub.faults, noFaults(), checkRealtimeFaults(faults)),
    drop: (wish = {}) => each(wish, (session) => session.cut()),
    reconnect: (wish = {}) => each(wish, (session) => session.askToMove()),
    lose(wish = {}) {
      const { userId, announce = true } = checkLossWish(wish);
      return hub.loseUndelivered(announce, userId);
    },
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
  switch (`${request.method} ${action[1] ?? ""}`) {
    case "GET ":
      return Response.json(control.status());
    case "PUT faults":
      return Response.json(control.setFaults((await json(request)) as Partial<RealtimeFaults>));
    case "POST drop":
      return Response.json({ connections: control.drop((await json(request)) as ConnectionWish) });
    case "POST reconnect":
      return Response.json({
        connections: control.reconnect((await json(request)) as ConnectionWish),
      });
    case "POST lose":
      return Response.json({ events: control.lose((await json(request)) as LossWish) });
  }
  return undefined;
}

const checkConnectionWish = (value: unknown): ConnectionWish =>
  readObject<ConnectionWish>(value, "wish", {
    userId: text,
    count: whole(1, Number.MAX_SAFE_INTEGER),
  });

const checkLossWish = (value: unknown): LossWish =>
  readObject<LossWish>(value, "wish", { userId: text, announce: truth });

/** So many of the list, drawn by lot. */
function draw<T>(all: readonly T[], count: number, random: () => number): T[] {
  const rest = [...all];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return chosen;
}
