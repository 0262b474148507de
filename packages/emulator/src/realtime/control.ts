import { json } from "../control/json.ts";
import { readObject, text, truth, whole } from "../control/check.ts";
import { checkRealtimeFaults, noFaults, type RealtimeFaults } from "./faults.ts";
import type { Hub, HubStatus } from "./hub.ts";
import type { Session } from "./session.ts";

/** Selects connections. Without properties: all. */
export interface ConnectionWish {
  /** Only connections of this user. */
  readonly userId?: string;
  /** The number of connections, chosen at random. */
  readonly count?: number;
}

/** Selects the undelivered events to lose, and whether clients are notified. */
export interface LossWish {
  /** Only events for this user. */
  readonly userId?: string;
  /** Whether clients are notified of the loss. Default true. */
  readonly announce?: boolean;
}

/**
 * Controls real time in tests. Unknown properties and values out of range throw a
 * {@link ServiceError} 400 that names them. Over HTTP: `/_emulator/realtime`.
 */
export interface RealtimeControl {
  status(): HubStatus;
  /**
   * Sets faults. Faults that are not passed are reset.
   * @throws {@link ServiceError} 400 that names an unknown fault or a value out of range.
   */
  setFaults(faults: Partial<RealtimeFaults>): RealtimeFaults;
  /** Cuts connections like a network failure. Returns their number. */
  drop(wish?: ConnectionWish): number;
  /** Asks clients to move to a new connection (`trouter.reconnect`). Returns the number of connections. */
  reconnect(wish?: ConnectionWish): number;
  /** Drops all undelivered events. Returns their number. */
  lose(wish?: LossWish): number;
  /** Closes all connections, and removes registrations, undelivered events and faults. */
  reset(): void;
}

/** Creates the control of a hub. */
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
 * `…/reconnect` and `…/lose` with a JSON body. Returns undefined for other paths.
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

/** Chooses items of a list at random. */
function draw<T>(all: readonly T[], count: number, random: () => number): T[] {
  const rest = [...all];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return chosen;
}
